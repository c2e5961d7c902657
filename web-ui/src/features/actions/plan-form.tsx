import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { graphql } from "~/graphql/gql";
import type { PlanPartFragment, StepKind } from "~/graphql/graphql";
import { newId } from "~/lib/ids";
import { errorsBesides, refusalOf, type UserError } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { Segmented } from "~/ui/segmented";
import { ErrorState, Skeleton } from "~/ui/state";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import { changedByActions } from "./action-changes";
import { useBasis } from "./basis";
import form from "./form.module.css";
import { OwnerPicker } from "./owner-picker";
import { type Candidate, soon, usePeople } from "./people";
import styles from "./plan-part.module.css";

const PlanStepsMutation = graphql(`
  mutation PlanSteps($input: PlanStepsInput!) {
    planSteps(input: $input) {
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

interface Draft {
  readonly key: string;
  /** Null for one that is not planned yet. */
  readonly stepId: string | null;
  readonly kind: StepKind;
  readonly text: string;
  readonly owner: string | null;
  readonly dueDate: string;
  readonly done: "no" | "yes";
}

interface PlanFormProps {
  readonly action: PlanPartFragment;
  readonly onDone: () => void;
}

/** All steps of the plan at once; those that are done stay as they are. */
export function PlanForm({ action, onDone }: PlanFormProps) {
  const { t } = useLingui();
  const reading = usePeople(action.partnershipSlug);
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => draftsOf(action));
  const [checked, setChecked] = useState<"no" | "yes">("no");
  const basis = useBasis(action.revision);
  const planning = useWrite(PlanStepsMutation, changedByActions);

  if (reading.kind === "loading") return <Skeleton height="8rem" />;
  if (reading.kind === "unreachable") {
    return <ErrorState title={<Trans>The people can't be read</Trans>} onRetry={reading.retry} />;
  }
  const change = (next: readonly Draft[]) => {
    basis.begin();
    setDrafts(next);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked("yes");
    if (drafts.some(({ owner }) => owner === null)) return;
    const done = await planning.send({
      action: action.id,
      revision: basis.revision,
      steps: drafts.map(({ stepId, kind, text, owner, dueDate }) => ({
        stepId,
        kind,
        text: text.trim(),
        owner: owner ?? "",
        dueDate,
      })),
    });
    basis.renew();
    if (done !== null) onDone();
  };
  return (
    <form className={styles.lines} onSubmit={submit} noValidate data-print="hide">
      {drafts.map((draft, index) =>
        draft.done === "yes" ? null : (
          <Line
            key={draft.key}
            place={index}
            draft={draft}
            candidates={reading.candidates}
            checked={checked}
            errors={planning.userErrors}
            onChange={(next) => change(drafts.map((each) => (each.key === next.key ? next : each)))}
            onRemove={() => change(drafts.filter((each) => each.key !== draft.key))}
          />
        ),
      )}
      <WriteProblems
        errors={errorsBesides(
          planning.userErrors,
          drafts.map((_, index) => `steps.${index}`),
        )}
        unanswered={planning.unanswered}
      />
      <div className={form.buttons}>
        <Button icon="plus" onPress={() => change([...drafts, emptyDraft("SYSTEMIC")])}>
          <Trans>Another step</Trans>
        </Button>
        <Button look="primary" type="submit" isPending={planning.sending === "yes"}>
          {t`Plan these steps`}
        </Button>
      </div>
    </form>
  );
}

interface LineProps {
  readonly place: number;
  readonly draft: Draft;
  readonly candidates: readonly Candidate[];
  readonly checked: "no" | "yes";
  readonly errors: readonly UserError[];
  readonly onChange: (draft: Draft) => void;
  readonly onRemove: () => void;
}

function Line({ place, draft, candidates, checked, errors, onChange, onRemove }: LineProps) {
  const { t } = useLingui();
  const number = String(place + 1);
  const wrong = (field: string) => refusalOf(errors, `steps.${place}.${field}`);
  return (
    <fieldset className={styles.line}>
      <legend className="visually-hidden">{t`Step ${number}`}</legend>
      <div className={styles.kind}>
        <Segmented<StepKind>
          label={t`What step ${number} is for`}
          options={[
            { id: "PERMANENT", text: t`Takes the cause away` },
            { id: "SYSTEMIC", text: t`Keeps it from happening elsewhere` },
          ]}
          selected={draft.kind}
          onSelect={(kind) => onChange({ ...draft, kind })}
        />
      </div>
      <TextField
        label={t`What is done?`}
        value={draft.text}
        onChange={(text) => onChange({ ...draft, text })}
        lines={2}
        maxLength={1000}
        error={wrong("text")}
      />
      <OwnerPicker
        label={t`Who?`}
        candidates={candidates}
        selected={draft.owner}
        onSelect={(owner) => onChange({ ...draft, owner })}
        error={checked === "yes" && draft.owner === null ? t`Choose somebody.` : wrong("owner")}
      />
      <TextField
        label={t`Until when?`}
        type="date"
        value={draft.dueDate}
        onChange={(dueDate) => onChange({ ...draft, dueDate })}
        error={wrong("dueDate")}
      />
      <Button look="quiet" icon="close" aria-label={t`Remove step ${number}`} onPress={onRemove} />
    </fieldset>
  );
}

function emptyDraft(kind: StepKind): Draft {
  return { key: newId(), stepId: null, kind, text: "", owner: null, dueDate: soon(), done: "no" };
}

function draftsOf(action: PlanPartFragment): readonly Draft[] {
  if (action.steps.length === 0) return [emptyDraft("PERMANENT")];
  return action.steps.map(({ stepId, kind, text, owner, dueDate, doneAt }) => ({
    key: stepId,
    stepId,
    kind,
    text,
    owner: owner.slug,
    dueDate,
    done: doneAt == null ? "no" : "yes",
  }));
}
