import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { SeriesKind } from "~/graphql/graphql";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { Button } from "~/ui/button";
import { FormDialog } from "~/ui/form-dialog";
import { Select } from "~/ui/select";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import { EndSeriesDialog } from "./end-series-dialog";
import type { ListedSeries } from "./meetings-query";
import { type Chosen, fresh, inputOf } from "./schedule";
import { ScheduleFields } from "./schedule-fields";
import { SchedulePreview } from "./schedule-preview";
import { useScheduleWords } from "./schedule-words";
import styles from "./series-dialog.module.css";
import { useCreateMeetingSeries, useUpdateMeetingSeries } from "./series-writes";
import { WhyField } from "./why-field";

interface SeriesDialogProps {
  readonly partnership: { readonly slug: string; readonly timeZone: string };
  /** Null for a new one. */
  readonly series: ListedSeries | null;
  readonly onClose: () => void;
}

/** When meetings come back, said in words while it is chosen, with the next dates it would give. */
export function SeriesDialog({ partnership, series, onClose }: SeriesDialogProps) {
  const { t } = useLingui();
  const words = useScheduleWords();
  const creating = useCreateMeetingSeries();
  const updating = useUpdateMeetingSeries();
  const write = series === null ? creating : updating;
  const before = series?.schedule ?? null;
  const [name, setName] = useState(series?.displayName ?? "");
  const [kind, setKind] = useState<SeriesKind>(series?.kind ?? "OTHER");
  const [schedule, setSchedule] = useState<Chosen>(() => before ?? fresh(partnership.timeZone));
  const [reason, setReason] = useState("");
  const [step, setStep] = useState<"edit" | "end">("edit");
  const input = inputOf(schedule);
  const rescheduled = before !== null && JSON.stringify(input) !== JSON.stringify(inputOf(before));

  const submit = async () => {
    const where = { partnership: partnership.slug };
    const done =
      series === null
        ? await creating.send({ ...where, kind, displayName: name.trim(), schedule: input })
        : await updating.send({
            ...where,
            series: series.slug,
            revision: series.revision,
            displayName: name.trim(),
            schedule: rescheduled ? input : null,
            reason: reason.trim() === "" ? null : reason.trim(),
          });
    if (done !== null) onClose();
  };
  const errors = write.userErrors;

  if (step === "end" && series !== null) {
    return <EndSeriesDialog slug={partnership.slug} series={series} onBack={() => setStep("edit")} onEnded={onClose} />;
  }
  return (
    <FormDialog
      title={series === null ? t`New series` : t`Change the series`}
      submit={<Trans>Save</Trans>}
      shape="wide"
      sending={write.sending}
      onSubmit={submit}
      onClose={onClose}
      besides={
        series === null ? null : (
          <Button look="quiet" onPress={() => setStep("end")}>
            <Trans>End the series…</Trans>
          </Button>
        )
      }
    >
      <p className={styles.words} aria-live="polite">
        {words(schedule)}
      </p>
      <div className={styles.pair}>
        <TextField
          label={t`Name`}
          value={name}
          onChange={setName}
          maxLength={80}
          autoFocus={series === null}
          error={errorOf(errors, "displayName")}
        />
        {series === null ? <KindSelect kind={kind} onKind={setKind} /> : null}
      </div>
      <ScheduleFields
        schedule={schedule}
        onChange={(part) => setSchedule({ ...schedule, ...part })}
        error={errorOf(errors, "schedule")}
      />
      <SchedulePreview slug={partnership.slug} schedule={input} />
      {rescheduled ? <WhyField value={reason} onChange={setReason} errors={errors} /> : null}
      <WriteProblems
        errors={errorsBesides(errors, ["displayName", "schedule", "reason"])}
        unanswered={write.unanswered}
      />
    </FormDialog>
  );
}

function KindSelect({ kind, onKind }: { kind: SeriesKind; onKind: (kind: SeriesKind) => void }) {
  const { t } = useLingui();
  return (
    <Select
      label={t`Who comes?`}
      options={[
        { id: "OPS_SYNC", text: t`Operations of both sides` },
        { id: "LEADERSHIP_REVIEW", text: t`Leadership of both sides` },
        { id: "OTHER", text: t`Both` },
      ]}
      selected={kind}
      onSelect={onKind}
    />
  );
}
