import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { ActionPageFragment } from "~/graphql/graphql";
import { useNow } from "~/lib/clock";
import { useFormat } from "~/lib/format";
import { dateIn } from "~/lib/zone";
import { LiveDot } from "~/ui/live-dot";
import { AcceptOwner } from "./accept-owner";
import { Alarms, Holder, type ProposedAction, proposedAction } from "./action-answer";
import styles from "./action-page.module.css";
import { ActionRecord } from "./action-record";
import { ActionStepper } from "./action-stepper";
import { isOver, progressOf } from "./action-words";
import { ContainmentPart } from "./containment-part";
import { Discipline } from "./discipline";
import { OwnerHistory } from "./owner-history";
import { PlanPart } from "./plan-part";
import { ProofPart } from "./proof-part";
import { RootCausePart } from "./root-cause-part";

export const ActionPageDocument = graphql(`
  fragment ActionPage on CorrectiveAction {
    id
    number
    partnershipSlug
    title
    problem
    origin
    kpiSlug
    kpiDisplayName
    episodeIds
    redSincePeriod
    state
    revision
    openedAt
    openedBy {
      displayName
    }
    voidedReason
    viewerMay
    ...ActionAnswer
    ...ContainmentPart
    ...RootCausePart
    ...PlanPart
    ...ProofPart
    ...OwnerHistory
    ...ActionRecord
  }
`);

interface ActionPageProps {
  readonly action: FragmentType<typeof ActionPageDocument>;
  readonly answer: Parameters<typeof Holder>[0]["action"];
  readonly partnership: { readonly name: string; readonly owner: string; readonly partner: string };
  readonly timeZone: string;
  readonly live: "live" | "reconnecting";
  readonly onPropose: (action: ProposedAction) => void;
  /** What can be done from the page's head. */
  readonly actions?: ReactNode;
  readonly trail?: ReactNode;
}

/** One action from red to closed, as a form that needs no training and prints as an 8D report. */
export function ActionPage(props: ActionPageProps) {
  const { partnership, timeZone, live, onPropose, answer } = props;
  const action = readFragment(ActionPageDocument, props.action);
  const format = useFormat(timeZone);
  const now = useNow();
  const home = `/p/${action.partnershipSlug}`;
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <p className={styles.crumbs}>
          <Link href={home} data-print="hide">
            {partnership.name}
          </Link>
          <Link href={`${home}/actions`} data-print="hide">
            <Trans>Actions</Trans>
          </Link>
          <LiveDot state={live} />
          <span data-print="only">
            <Trans>
              8D report of {partnership.owner} and {partnership.partner}, printed {format.moment(now)}
            </Trans>
          </span>
        </p>
        <h1>
          <small>
            <Trans>Action {action.number}</Trans>
          </small>
          {action.title}
        </h1>
        <div className={styles.tools} data-print="hide">
          {props.actions}
        </div>
      </header>
      <div className={styles.state}>
        <ActionStepper state={action.state} />
      </div>
      {action.voidedReason == null ? null : (
        <p className={styles.voided} role="status">
          <Trans>Voided: {action.voidedReason}</Trans>
        </p>
      )}
      <div className={styles.columns}>
        <div className={styles.form}>
          <OwnerPart action={action} answer={answer} masked={props.action} timeZone={timeZone} onPropose={onPropose} />
          <ProblemPart action={action} timeZone={timeZone} />
          <ContainmentPart action={action} timeZone={timeZone} />
          <RootCausePart action={action} timeZone={timeZone} />
          <PlanPart action={action} timeZone={timeZone} today={dateIn(timeZone, now)} />
          <ProofPart action={action} timeZone={timeZone} />
        </div>
        <aside className={styles.aside}>
          <ActionRecord action={action} timeZone={timeZone} />
          {props.trail}
        </aside>
      </div>
      {isOver(action.state) ? null : <Signatures partnership={partnership} />}
    </div>
  );
}

interface OwnerPartProps {
  readonly action: ActionPageFragment;
  readonly answer: Parameters<typeof Holder>[0]["action"];
  readonly masked: FragmentType<typeof ActionPageDocument>;
  readonly timeZone: string;
  readonly onPropose: (action: ProposedAction) => void;
}

function OwnerPart({ action, answer, timeZone, onPropose }: OwnerPartProps) {
  const reached = progressOf(action.state);
  return (
    <Discipline
      code="D1"
      title={<Trans>Agree who has it and until when</Trans>}
      stands={reached >= 1 ? "done" : isOver(action.state) ? "later" : "now"}
      asked={<Trans>Which one person answers for it, and by when is the cause gone? Both companies agree.</Trans>}
      good={
        <Trans>
          One name, not a department. Somebody who can change the process the red comes from. A date you would bet on;
          when it slips, the other side signs the new one.
        </Trans>
      }
      example={<Trans>“Mara Lind, dispatch lead of the partner, 12 December.”</Trans>}
    >
      <Holder action={answer} />
      <Alarms action={answer} />
      <AcceptOwner action={answer} onPropose={() => onPropose(proposedAction(answer))} />
      <OwnerHistory action={action} timeZone={timeZone} />
    </Discipline>
  );
}

function ProblemPart({ action, timeZone }: { action: ActionPageFragment; timeZone: string }) {
  const { t } = useLingui();
  const format = useFormat(timeZone);
  const times = String(action.episodeIds.length);
  return (
    <Discipline
      code="D2"
      title={<Trans>The problem in figures</Trans>}
      stands="done"
      asked={<Trans>What is wrong, by how much, since when, where? Figures, not opinions.</Trans>}
      good={<Trans>Somebody who was not there could tell from it whether the problem is still there.</Trans>}
      example={
        <Trans>“On-time delivery is 86.4 % in October against 95 %, red since July; all of it on route B.”</Trans>
      }
    >
      <p className={styles.problem}>{action.problem}</p>
      <dl className={styles.facts}>
        {action.kpiSlug == null ? null : (
          <div>
            <dt>{t`KPI`}</dt>
            <dd>
              <Link href={`/p/${action.partnershipSlug}/kpis/${action.kpiSlug}`}>
                {action.kpiDisplayName ?? action.kpiSlug}
              </Link>
            </dd>
          </div>
        )}
        {action.redSincePeriod == null ? null : (
          <div>
            <dt>
              <Trans>Red since</Trans>
            </dt>
            <dd>{format.period(action.redSincePeriod)}</dd>
          </div>
        )}
        {action.episodeIds.length < 2 ? null : (
          <div>
            <dt>
              <Trans>Came back</Trans>
            </dt>
            <dd className={styles.again}>
              <Trans>this is red number {times} with the same action</Trans>
            </dd>
          </div>
        )}
        <div>
          <dt>
            <Trans>Opened</Trans>
          </dt>
          <dd>
            {action.origin === "BY_HAND" ? (
              <Trans>
                {format.moment(action.openedAt)} by {action.openedBy.displayName}
              </Trans>
            ) : (
              <Trans>{format.moment(action.openedAt)}, by the red figure</Trans>
            )}
          </dd>
        </div>
      </dl>
    </Discipline>
  );
}

/** Room to sign on paper. */
function Signatures({ partnership }: { partnership: ActionPageProps["partnership"] }) {
  return (
    <div className={styles.signatures} data-print="only">
      <p>{partnership.owner}</p>
      <p>{partnership.partner}</p>
    </div>
  );
}
