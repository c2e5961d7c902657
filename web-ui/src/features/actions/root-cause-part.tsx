import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, type ReactNode, useState } from "react";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { ActionState } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { errorsBesides } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { WriteProblems } from "~/ui/write-problems";
import { changedByActions } from "./action-changes";
import { isOver, progressOf, standsAt } from "./action-words";
import { useBasis } from "./basis";
import { Discipline, Locked } from "./discipline";
import { Editable } from "./editable";
import styles from "./form.module.css";
import { filled, placed, WhyChain } from "./why-chain";

export const RootCausePartDocument = graphql(`
  fragment RootCausePart on CorrectiveAction {
    id
    state
    revision
    viewerMay
    rootCause {
      occurrenceWhys
      escapeWhys
      recordedAt
      recordedBy {
        displayName
      }
    }
  }
`);

const RecordRootCauseMutation = graphql(`
  mutation RecordRootCause($input: RecordRootCauseInput!) {
    recordRootCause(input: $input) {
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
  readonly action: FragmentType<typeof RootCausePartDocument>;
  readonly timeZone: string;
}

/** D4: why it happened and why nobody caught it, each asked until something can be changed. */
export function RootCausePart({ action: masked, timeZone }: PartProps) {
  const action = readFragment(RootCausePartDocument, masked);
  const format = useFormat(timeZone);
  const { rootCause } = action;
  return (
    <Discipline
      code="D4"
      title={<Trans>Find both root causes</Trans>}
      stands={standsAt(action.state, { from: 2, to: 3 })}
      asked={
        <Trans>
          Why did it happen, and why was it not caught before it reached the other side? Ask “why?” about five times.
        </Trans>
      }
      good={
        <Trans>
          Each answer explains the one above it, and the last one can be changed: a missing check, an unclear
          instruction, a tool that allows the error. A person's error never ends a chain: ask what made the error
          possible.
        </Trans>
      }
      example={
        <Trans>
          “The order left late. – The label was missing. – The printer was out of ribbon. – Nobody orders ribbon. – The
          ribbon is on no stock list.”
        </Trans>
      }
    >
      {rootCause == null ? null : (
        <div className={styles.chains}>
          <Chain title={<Trans>Why it happened</Trans>} whys={rootCause.occurrenceWhys} />
          <Chain title={<Trans>Why it was not caught</Trans>} whys={rootCause.escapeWhys} />
        </div>
      )}
      {rootCause == null ? null : (
        <p className={styles.by}>
          {rootCause.recordedBy.displayName}, {format.moment(rootCause.recordedAt)}
        </p>
      )}
      <Editable
        may={action.viewerMay.includes("RECORD_ROOT_CAUSE")}
        written={rootCause != null}
        form={(done) => <RootCauseForm action={action} onDone={done} />}
        change={<Trans>Change the root causes</Trans>}
        otherwise={<Otherwise state={action.state} />}
      />
    </Discipline>
  );
}

function Otherwise({ state }: { state: ActionState }) {
  return (
    <Locked>
      {isOver(state) ? (
        <Trans>Nothing was written.</Trans>
      ) : progressOf(state) < 2 ? (
        <Trans>Opens when the customer is protected (D3).</Trans>
      ) : (
        <Trans>Not written yet.</Trans>
      )}
    </Locked>
  );
}

function Chain({ title, whys }: { title: ReactNode; whys: readonly string[] }) {
  return (
    <div className={styles.chain}>
      <h3>{title}</h3>
      <ol className={styles.whys}>
        {placed(whys).map(({ at, text }) => (
          <li key={at}>
            <span>
              {text}
              {at === whys.length - 1 ? (
                <span className={styles.root}>
                  <Trans>root cause</Trans>
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

interface FormProps {
  readonly action: {
    readonly id: string;
    readonly revision: string;
    readonly rootCause?: {
      readonly occurrenceWhys: readonly string[];
      readonly escapeWhys: readonly string[];
    } | null;
  };
  readonly onDone: () => void;
}

const empty: readonly string[] = ["", "", ""];

function RootCauseForm({ action, onDone }: FormProps) {
  const { t } = useLingui();
  const [occurrence, setOccurrence] = useState(action.rootCause?.occurrenceWhys ?? empty);
  const [escapes, setEscapes] = useState(action.rootCause?.escapeWhys ?? empty);
  const basis = useBasis(action.revision);
  const writing = useWrite(RecordRootCauseMutation, changedByActions);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await writing.send({
      action: action.id,
      revision: basis.revision,
      occurrenceWhys: filled(occurrence),
      escapeWhys: filled(escapes),
    });
    basis.renew();
    if (done !== null) onDone();
  };
  const change = (set: (whys: readonly string[]) => void) => (whys: readonly string[]) => {
    basis.begin();
    set(whys);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate data-print="hide">
      <div className={styles.chains}>
        <WhyChain
          legend={t`Why did it happen?`}
          whys={occurrence}
          onChange={change(setOccurrence)}
          errors={writing.userErrors}
          field="occurrenceWhys"
        />
        <WhyChain
          legend={t`Why was it not caught?`}
          whys={escapes}
          onChange={change(setEscapes)}
          errors={writing.userErrors}
          field="escapeWhys"
        />
      </div>
      <WriteProblems
        errors={errorsBesides(writing.userErrors, ["occurrenceWhys", "escapeWhys"])}
        unanswered={writing.unanswered}
      />
      <div className={styles.buttons}>
        <Button look="primary" type="submit" isPending={writing.sending === "yes"}>
          <Trans>Record the root causes</Trans>
        </Button>
      </div>
    </form>
  );
}
