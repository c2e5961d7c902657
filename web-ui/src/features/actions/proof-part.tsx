import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { ProofPartFragment } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import type { DateTime } from "~/lib/scalars";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icons";
import { WriteProblems } from "~/ui/write-problems";
import { changedByActions } from "./action-changes";
import { standsAt } from "./action-words";
import { Discipline, Locked } from "./discipline";
import form from "./form.module.css";
import styles from "./proof-part.module.css";

export const ProofPartDocument = graphql(`
  fragment ProofPart on CorrectiveAction {
    id
    title
    state
    revision
    viewerMay
    implementedAt
    closedAt
    verification {
      periodsNeeded
      periodsPassed
      earned
    }
  }
`);

const AcceptClosureMutation = graphql(`
  mutation AcceptClosure($input: AcceptClosureInput!) {
    acceptClosure(input: $input) {
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
  readonly action: FragmentType<typeof ProofPartDocument>;
  readonly timeZone: string;
}

/** D8: the figures earn the closing, and somebody who does not own it accepts it. */
export function ProofPart({ action: masked, timeZone }: PartProps) {
  const action = readFragment(ProofPartDocument, masked);
  const closing = useWrite(AcceptClosureMutation, changedByActions);
  return (
    <Discipline
      code="D8"
      title={<Trans>Let the figures prove it, then close</Trans>}
      stands={standsAt(action.state, { from: 5, to: 7 })}
      asked={<Trans>Did it work? The figures decide, not we: enough periods in a row must not be red.</Trans>}
      good={
        <Trans>
          Nobody closes by opinion. When the figures have earned it, somebody who does not own the action accepts the
          closing. A new red within 90 days opens the same action again.
        </Trans>
      }
      example={
        <Trans>
          “Steps done on 5 Dec. December, January and February are not red: closing can be accepted in March.”
        </Trans>
      }
    >
      {action.implementedAt == null || action.verification == null ? (
        <Locked>
          <Trans>Begins when all steps are done.</Trans>
        </Locked>
      ) : (
        <Proof verification={action.verification} closedAt={action.closedAt ?? null} timeZone={timeZone} />
      )}
      {action.viewerMay.includes("ACCEPT_CLOSURE") ? (
        <div className={form.buttons} data-print="hide">
          <Button
            look="primary"
            icon="check"
            isPending={closing.sending === "yes"}
            onPress={() => closing.send({ action: action.id, revision: action.revision })}
          >
            <Trans>Accept the closing</Trans>
          </Button>
        </div>
      ) : null}
      <WriteProblems errors={closing.userErrors} unanswered={closing.unanswered} />
    </Discipline>
  );
}

interface ProofProps {
  readonly verification: NonNullable<ProofPartFragment["verification"]>;
  readonly closedAt: DateTime | null;
  readonly timeZone: string;
}

/** The periods that count, one box each, filled as they pass. */
function Proof({ verification, closedAt, timeZone }: ProofProps) {
  const { t } = useLingui();
  const format = useFormat(timeZone);
  const { periodsNeeded, periodsPassed, earned } = verification;
  const missing = Math.max(0, periodsNeeded - periodsPassed.length);
  return (
    <>
      <ol className={styles.periods} aria-label={t`Periods that earn the closing`}>
        {periodsPassed.map((period) => (
          <li key={period} data-passed>
            <Icon name="check" size={14} />
            {format.period(period)}
          </li>
        ))}
        {Array.from({ length: missing }, (_, index) => `missing ${index}`).map((key) => (
          <li key={key}>
            <span aria-hidden="true">–</span>
            <span className="visually-hidden">
              <Trans>still to come</Trans>
            </span>
          </li>
        ))}
      </ol>
      <p className={styles.words}>
        {closedAt !== null ? (
          <Trans>Closed {format.moment(closedAt)}.</Trans>
        ) : earned ? (
          <Trans>The figures have earned the closing.</Trans>
        ) : (
          <Plural
            value={missing}
            one="# more period has to pass without red."
            other="# more periods have to pass without red."
          />
        )}
      </p>
    </>
  );
}
