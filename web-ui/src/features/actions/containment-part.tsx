import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import { useFormat } from "~/lib/format";
import { errorsBesides, refusalOf } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import { changedByActions } from "./action-changes";
import { isOver, standsAt } from "./action-words";
import { useBasis } from "./basis";
import { Discipline, Locked } from "./discipline";
import { Editable } from "./editable";
import styles from "./form.module.css";

export const ContainmentPartDocument = graphql(`
  fragment ContainmentPart on CorrectiveAction {
    id
    state
    revision
    viewerMay
    containment {
      text
      recordedAt
      recordedBy {
        displayName
      }
    }
  }
`);

const RecordContainmentMutation = graphql(`
  mutation RecordContainment($input: RecordContainmentInput!) {
    recordContainment(input: $input) {
      action {
        id
        state
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

interface PartProps {
  readonly action: FragmentType<typeof ContainmentPartDocument>;
  readonly timeZone: string;
}

/** D3: what protects the customer until the cause is gone. */
export function ContainmentPart({ action: masked, timeZone }: PartProps) {
  const action = readFragment(ContainmentPartDocument, masked);
  const format = useFormat(timeZone);
  const { containment } = action;
  return (
    <Discipline
      code="D3"
      title={<Trans>Protect the customer now</Trans>}
      stands={standsAt(action.state, { from: 1, to: 2 })}
      asked={<Trans>What stops the damage today, while nobody knows the cause yet?</Trans>}
      good={
        <Trans>
          It works from today, it says who does it and on which stock, shipments or orders, and how you know that it
          works. It is not the solution, only the dressing.
        </Trans>
      }
      example={
        <Trans>
          “From 23 Nov every outgoing pallet is counted twice by dispatch; 14 open orders were checked and 2 stopped.
          Until the count can be trusted, we ship by courier.”
        </Trans>
      }
    >
      {containment == null ? null : (
        <blockquote className={styles.said}>
          <p>{containment.text}</p>
          <footer>
            {containment.recordedBy.displayName}, {format.moment(containment.recordedAt)}
          </footer>
        </blockquote>
      )}
      <Editable
        may={action.viewerMay.includes("RECORD_CONTAINMENT")}
        written={containment != null}
        form={(done) => <ContainmentForm action={action} onDone={done} />}
        change={<Trans>Change the containment</Trans>}
        otherwise={
          <Locked>
            {isOver(action.state) ? <Trans>Nothing was written.</Trans> : <Trans>Not written yet.</Trans>}
          </Locked>
        }
      />
    </Discipline>
  );
}

interface FormProps {
  readonly action: {
    readonly id: string;
    readonly revision: string;
    readonly containment?: { readonly text: string } | null;
  };
  readonly onDone: () => void;
}

function ContainmentForm({ action, onDone }: FormProps) {
  const { t } = useLingui();
  const [text, setText] = useState(action.containment?.text ?? "");
  const basis = useBasis(action.revision);
  const writing = useWrite(RecordContainmentMutation, changedByActions);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await writing.send({ action: action.id, revision: basis.revision, text: text.trim() });
    basis.renew();
    if (done !== null) onDone();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate data-print="hide">
      <TextField
        label={t`What protects the customer now?`}
        value={text}
        onChange={(next) => {
          basis.begin();
          setText(next);
        }}
        lines={4}
        maxLength={4000}
        error={refusalOf(writing.userErrors, "text")}
      />
      <WriteProblems errors={errorsBesides(writing.userErrors, ["text"])} unanswered={writing.unanswered} />
      <div className={styles.buttons}>
        <Button look="primary" type="submit" isPending={writing.sending === "yes"}>
          <Trans>Record the containment</Trans>
        </Button>
      </div>
    </form>
  );
}
