import { Trans } from "@lingui/react/macro";
import { lazy, Suspense } from "react";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { ActionState, PlanPartFragment } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icons";
import { Person } from "~/ui/person";
import { Skeleton } from "~/ui/state";
import { WriteProblems } from "~/ui/write-problems";
import { changedByActions } from "./action-changes";
import { isOver, progressOf, standsAt } from "./action-words";
import { Discipline, Locked } from "./discipline";
import { Editable } from "./editable";
import styles from "./plan-part.module.css";

const PlanForm = lazy(() => import("./plan-form").then((module) => ({ default: module.PlanForm })));

export const PlanPartDocument = graphql(`
  fragment PlanPart on CorrectiveAction {
    id
    partnershipSlug
    state
    revision
    viewerMay
    steps {
      stepId
      kind
      text
      owner {
        slug
        displayName
        side
        companyDisplayName
        left
      }
      dueDate
      doneAt
      doneBy {
        displayName
      }
    }
  }
`);

const CompleteStepMutation = graphql(`
  mutation CompleteStep($input: CompleteStepInput!) {
    completeStep(input: $input) {
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
  readonly action: FragmentType<typeof PlanPartDocument>;
  readonly timeZone: string;
  /** Today in the partnership's zone. */
  readonly today: string;
}

/** D5 to D7: the steps that take the cause away, and those that keep it from happening elsewhere. */
export function PlanPart({ action: masked, timeZone, today }: PartProps) {
  const action = readFragment(PlanPartDocument, masked);
  return (
    <Discipline
      code="D5–D7"
      title={<Trans>Plan the steps and do them</Trans>}
      stands={standsAt(action.state, { from: 3, to: 5 })}
      asked={
        <Trans>
          What takes the cause away for good, what keeps it from happening elsewhere, who does it, until when?
        </Trans>
      }
      good={
        <Trans>
          Each step takes away a root cause, not its effect; one person has it; somebody else could see that it is done.
          At least one step asks where else the same could happen.
        </Trans>
      }
      example={
        <Trans>
          “Ribbon gets a minimum stock of 3 in the warehouse system (Mara, 5 Dec). The same check for every consumable
          of the packing lines (Jon, 19 Dec).”
        </Trans>
      }
    >
      {action.steps.length === 0 ? null : (
        <ol className={styles.steps}>
          {action.steps.map((step) => (
            <StepLine key={step.stepId} step={step} action={action} timeZone={timeZone} today={today} />
          ))}
        </ol>
      )}
      <Editable
        may={action.viewerMay.includes("PLAN_STEPS")}
        written={action.steps.length > 0}
        form={(done) => (
          <Suspense fallback={<Skeleton height="8rem" />}>
            <PlanForm action={action} onDone={done} />
          </Suspense>
        )}
        change={<Trans>Change the plan</Trans>}
        otherwise={<Otherwise state={action.state} />}
      />
    </Discipline>
  );
}

function Otherwise({ state }: { state: ActionState }) {
  return (
    <Locked>
      {isOver(state) ? (
        <Trans>Nothing was planned.</Trans>
      ) : progressOf(state) < 3 ? (
        <Trans>Opens when both root causes are found (D4): steps without a cause are guesses.</Trans>
      ) : (
        <Trans>Not planned yet.</Trans>
      )}
    </Locked>
  );
}

interface StepLineProps {
  readonly step: PlanPartFragment["steps"][number];
  readonly action: PlanPartFragment;
  readonly timeZone: string;
  readonly today: string;
}

function StepLine({ step, action, timeZone, today }: StepLineProps) {
  const format = useFormat(timeZone);
  const completing = useWrite(CompleteStepMutation, changedByActions);
  const late = step.doneAt == null && step.dueDate < today;
  return (
    <li className={styles.step} data-done={step.doneAt == null ? undefined : ""}>
      <span className={styles.mark}>{step.doneAt == null ? null : <Icon name="check" size={14} />}</span>
      <div className={styles.what}>
        <p>{step.text}</p>
        <small>
          {step.kind === "PERMANENT" ? (
            <Trans>takes the cause away</Trans>
          ) : (
            <Trans>keeps it from happening elsewhere</Trans>
          )}
          {step.doneAt == null ? null : (
            <>
              {" · "}
              <Trans>
                done {format.moment(step.doneAt)} by {step.doneBy?.displayName ?? ""}
              </Trans>
            </>
          )}
        </small>
        <WriteProblems errors={completing.userErrors} unanswered={completing.unanswered} />
      </div>
      <Person name={step.owner.displayName} company={step.owner.companyDisplayName} side={step.owner.side} />
      <p className={styles.due} data-late={late ? "" : undefined}>
        {format.calendarDate(step.dueDate)}
        {late ? (
          <small>
            <Trans comment="The due date has passed">overdue</Trans>
          </small>
        ) : null}
      </p>
      {step.doneAt == null && action.viewerMay.includes("COMPLETE_STEP") ? (
        <Button
          size="small"
          icon="check"
          data-print="hide"
          isPending={completing.sending === "yes"}
          onPress={() => completing.send({ action: action.id, revision: action.revision, stepId: step.stepId })}
        >
          <Trans comment="Button: this step of the plan has been done">Done</Trans>
        </Button>
      ) : (
        <span />
      )}
    </li>
  );
}
