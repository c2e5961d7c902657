import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { EscalationLadderPartFragment as Ladder } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { errorsBesides, refusalOf } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { notify } from "~/ui/notices";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./escalation-ladder.module.css";

export const EscalationLadderDocument = graphql(`
  fragment EscalationLadderPart on EscalationLadder {
    unownedOpsHours
    unownedLeadersHours
    overdueLeadersDays
    overduePortfolioDays
    changedBy {
      displayName
    }
    changedAt
    reason
    revision
  }
`);

const ChangeLadderMutation = graphql(`
  mutation ChangeEscalationLadder($input: ChangeEscalationLadderInput!) {
    changeEscalationLadder(input: $input) {
      escalationLadder {
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface EscalationLadderProps {
  readonly slug: string;
  readonly ladder: FragmentType<typeof EscalationLadderDocument>;
  readonly mayChange: "no" | "yes";
  readonly timeZone: string;
}

/** Who hears of an action that waits, and after how long; leaders of both sides can change how long. */
export function EscalationLadder({ slug, ladder: masked, mayChange, timeZone }: EscalationLadderProps) {
  const ladder = readFragment(EscalationLadderDocument, masked);
  const format = useFormat(timeZone);
  const [changing, setChanging] = useState<"no" | "yes">("no");
  const [unownedOps, unownedLeaders, overdueLeaders, overduePortfolio] = [
    ladder.unownedOpsHours,
    ladder.unownedLeadersHours,
    ladder.overdueLeadersDays,
    ladder.overduePortfolioDays,
  ];
  return (
    <section className={styles.ladder} aria-labelledby="ladder">
      <h2 id="ladder">
        <Trans>When an action waits too long</Trans>
      </h2>
      {changing === "yes" ? (
        <ChangeForm slug={slug} ladder={ladder} onDone={() => setChanging("no")} />
      ) : (
        <>
          <ol className={styles.rungs}>
            <li>
              <Plural
                value={unownedOps}
                one="After # hour without an owner, operations of both sides hear of it."
                other="After # hours without an owner, operations of both sides hear of it."
              />
            </li>
            <li>
              <Trans>After {unownedLeaders} hours without an owner, leaders of both sides hear of it.</Trans>
            </li>
            <li>
              <Plural
                value={overdueLeaders}
                one="# day past its due date, leaders of both sides hear of it."
                other="# days past its due date, leaders of both sides hear of it."
              />
            </li>
            <li>
              <Trans>{overduePortfolio} days past its due date, the portfolio shows it.</Trans>
            </li>
          </ol>
          <p className={styles.change}>
            {ladder.changedAt == null ? (
              <Trans>These are the times that every partnership begins with.</Trans>
            ) : (
              <Trans>
                Changed {format.moment(ladder.changedAt)} by {ladder.changedBy?.displayName ?? ""}:{" "}
                {ladder.reason ?? ""}
              </Trans>
            )}
          </p>
          {mayChange === "yes" ? (
            <div data-print="hide">
              <Button size="small" icon="edit" onPress={() => setChanging("yes")}>
                <Trans>Change these times</Trans>
              </Button>
            </div>
          ) : null}
        </>
      )}
    </section>
  );
}

interface ChangeFormProps {
  readonly slug: string;
  readonly ladder: Ladder;
  readonly onDone: () => void;
}

const fields = ["unownedOpsHours", "unownedLeadersHours", "overdueLeadersDays", "overduePortfolioDays"] as const;

type Field = (typeof fields)[number];

function ChangeForm({ slug, ladder, onDone }: ChangeFormProps) {
  const { t } = useLingui();
  const [times, setTimes] = useState<Readonly<Record<Field, string>>>(() => ({
    unownedOpsHours: String(ladder.unownedOpsHours),
    unownedLeadersHours: String(ladder.unownedLeadersHours),
    overdueLeadersDays: String(ladder.overdueLeadersDays),
    overduePortfolioDays: String(ladder.overduePortfolioDays),
  }));
  // What was shown when the form was opened, so that somebody else's change isn't overwritten unseen.
  const [revision, setRevision] = useState(ladder.revision);
  const [reason, setReason] = useState("");
  const changing = useWrite(ChangeLadderMutation, ["EscalationLadder", "Partnership"]);
  const labels: Record<Field, readonly [string, string]> = {
    unownedOpsHours: [t`Without an owner, to operations`, t`hours`],
    unownedLeadersHours: [t`Without an owner, to leaders`, t`hours`],
    overdueLeadersDays: [t`Past its due date, to leaders`, t`days`],
    overduePortfolioDays: [t`Past its due date, to the portfolio`, t`days`],
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await changing.send({
      partnership: slug,
      revision,
      unownedOpsHours: whole(times.unownedOpsHours),
      unownedLeadersHours: whole(times.unownedLeadersHours),
      overdueLeadersDays: whole(times.overdueLeadersDays),
      overduePortfolioDays: whole(times.overduePortfolioDays),
      reason: reason.trim(),
    });
    if (done === null) {
      setRevision(ladder.revision);
      return;
    }
    notify({ kind: "done", text: t`Changed. It counts for what waits now, too; what was escalated stays on record.` });
    onDone();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate data-print="hide">
      <div className={styles.fields}>
        {fields.map((field) => (
          <TextField
            key={field}
            label={labels[field][0]}
            affix={labels[field][1]}
            align="end"
            inputMode="numeric"
            value={times[field]}
            onChange={(value) => setTimes({ ...times, [field]: value })}
            error={refusalOf(changing.userErrors, field)}
          />
        ))}
      </div>
      <TextField
        label={t`Why? Both sides read it.`}
        value={reason}
        onChange={setReason}
        maxLength={1000}
        error={refusalOf(changing.userErrors, "reason")}
      />
      <WriteProblems
        errors={errorsBesides(changing.userErrors, [...fields, "reason"])}
        unanswered={changing.unanswered}
      />
      <div className={styles.buttons}>
        <Button onPress={onDone}>
          <Trans>Cancel</Trans>
        </Button>
        <Button look="primary" type="submit" isPending={changing.sending === "yes"}>
          <Trans>Change these times</Trans>
        </Button>
      </div>
    </form>
  );
}

/** What is no whole number is left to the server to refuse at its field. */
function whole(text: string): number {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : 0;
}
