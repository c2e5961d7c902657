import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { errorsBesides } from "~/lib/user-errors";
import { FormDialog } from "~/ui/form-dialog";
import { WriteProblems } from "~/ui/write-problems";
import type { ListedSeries } from "./meetings-query";
import { useEndMeetingSeries } from "./series-writes";
import { WhyField } from "./why-field";

interface EndSeriesDialogProps {
  readonly slug: string;
  readonly series: ListedSeries;
  readonly onBack: () => void;
  readonly onEnded: () => void;
}

/** Ends a series, with the reason that both sides read. */
export function EndSeriesDialog({ slug, series, onBack, onEnded }: EndSeriesDialogProps) {
  const { t } = useLingui();
  const ending = useEndMeetingSeries();
  const [reason, setReason] = useState("");
  const submit = async () => {
    const { slug: which, revision } = series;
    const ended = await ending.send({ partnership: slug, series: which, revision, reason: reason.trim() });
    if (ended !== null) onEnded();
  };
  return (
    <FormDialog
      title={t`End the series`}
      submit={<Trans>End the series</Trans>}
      look="danger"
      sending={ending.sending}
      onSubmit={submit}
      onClose={onBack}
    >
      <p>
        <Trans>No meeting of it starts any more; past ones stay.</Trans>
      </p>
      <WhyField value={reason} onChange={setReason} errors={ending.userErrors} autoFocus="yes" />
      <WriteProblems errors={errorsBesides(ending.userErrors, ["reason"])} unanswered={ending.unanswered} />
    </FormDialog>
  );
}
