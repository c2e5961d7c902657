import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { ActionAnswerFragment as Action } from "~/graphql/graphql";
import { useNow } from "~/lib/clock";
import { useFormat } from "~/lib/format";
import { Icon } from "~/ui/icons";
import { initials } from "~/ui/person";
import { AcceptOwner } from "./accept-owner";
import styles from "./action-answer.module.css";
import { ActionStepper } from "./action-stepper";
import { isOver } from "./action-words";

export const ActionAnswerDocument = graphql(`
  fragment ActionAnswer on CorrectiveAction {
    id
    number
    partnershipSlug
    title
    state
    revision
    viewerMay
    owner {
      slug
      displayName
      side
      companyDisplayName
      left
    }
    dueDate
    proposal {
      owner {
        slug
        displayName
        side
        companyDisplayName
        left
      }
      dueDate
      datePassed
      acceptedByOwnerAt
      acceptedByOtherSideAt
    }
    unownedSince
    figures {
      overdueDays
    }
  }
`);

interface ActionAnswerProps {
  readonly action: FragmentType<typeof ActionAnswerDocument>;
  /** Opens the form in which owner and due date are proposed or countered. */
  readonly onPropose: (action: ProposedAction) => void;
}

/** What the form of a proposal starts from. */
export interface ProposedAction {
  readonly id: string;
  readonly number: number;
  readonly partnershipSlug: string;
  readonly title: string;
  readonly revision: string;
  readonly owner: string | null;
  readonly dueDate: string | null;
  /** Whether something agreed is to change, which needs a reason. */
  readonly agreed: "no" | "yes";
}

/** Who has a red and until when, or that nobody has it: the loudest words on a page. */
export function ActionAnswer({ action: masked, onPropose }: ActionAnswerProps) {
  const { t } = useLingui();
  const action = readFragment(ActionAnswerDocument, masked);
  return (
    <div className={styles.answer}>
      <Holder action={action} />
      <div className={styles.asks}>
        <Alarms action={action} />
        <AcceptOwner action={action} onPropose={() => onPropose(proposedAction(action))} />
      </div>
      <div className={styles.foot}>
        <ActionStepper state={action.state} asks={missing(action)} />
        <Link
          href={`/p/${action.partnershipSlug}/actions/${action.number}`}
          className={styles.open}
          aria-label={t`Open action ${action.number}`}
        >
          <Trans>Action {action.number}</Trans>
          <Icon name="chevronRight" size={14} />
        </Link>
      </div>
    </div>
  );
}

/** The owner and the due date as agreed, or as proposed until they are. */
export function Holder({ action }: { action: Action }) {
  const { owner, dueDate, proposal } = action;
  if (owner != null && dueDate != null) return <Pair who={owner} due={dueDate} stands="agreed" />;
  if (proposal != null) return <Pair who={proposal.owner} due={proposal.dueDate} stands="proposed" />;
  return (
    <p className={styles.nobody}>
      <Trans>Nobody is proposed yet</Trans>
    </p>
  );
}

interface PairProps {
  readonly who: NonNullable<Action["owner"]>;
  readonly due: string;
  readonly stands: "agreed" | "proposed";
}

function Pair({ who, due, stands }: PairProps) {
  const format = useFormat();
  return (
    <div className={styles.pair} data-stands={stands}>
      <span className={styles.face} data-side={who.side} aria-hidden="true">
        {initials(who.displayName)}
      </span>
      <p className={styles.who}>
        <small>{stands === "agreed" ? <Trans>Owner</Trans> : <Trans>Proposed owner</Trans>}</small>
        <strong>{who.displayName}</strong>
        <span>
          {who.companyDisplayName}
          {who.left ? (
            <b>
              {" · "}
              <Trans comment="A person is no longer on the partnership">has left</Trans>
            </b>
          ) : null}
        </span>
      </p>
      <p className={styles.due}>
        <small>
          <Trans comment="The date by which something has to be done">Due</Trans>
        </small>
        <strong>{format.calendarDate(due)}</strong>
      </p>
    </div>
  );
}

/** What can't wait: that nobody has it, that it is overdue. */
export function Alarms({ action }: { action: Action }) {
  const format = useFormat();
  const now = useNow();
  const { unownedSince, figures, state, proposal } = action;
  if (isOver(state)) return null;
  return (
    <>
      {unownedSince == null ? null : (
        <p className={styles.alarm}>
          <Icon name="warning" size={14} />
          <Trans>Unowned for {format.span(unownedSince, now)}</Trans>
        </p>
      )}
      {proposal?.datePassed ? (
        <p className={styles.alarm}>
          <Icon name="clock" size={14} />
          <Trans>The proposed date has passed</Trans>
        </p>
      ) : null}
      {figures.overdueDays <= 0 ? null : (
        <p className={styles.alarm}>
          <Icon name="clock" size={14} />
          <Plural value={figures.overdueDays} one="Overdue by # day" other="Overdue by # days" />
        </p>
      )}
    </>
  );
}

/** Whose yes is still missing; null when both are, or none is asked for. */
function missing({ proposal }: Action): ReactNode {
  if (proposal == null || proposal.datePassed) return null;
  const owner = proposal.acceptedByOwnerAt != null;
  const other = proposal.acceptedByOtherSideAt != null;
  if (owner === other) return null;
  return owner ? <Trans>the other side has to accept</Trans> : <Trans>the owner has to accept</Trans>;
}

export function proposedAction(action: Action): ProposedAction {
  const from = action.proposal ?? null;
  return {
    id: action.id,
    number: action.number,
    partnershipSlug: action.partnershipSlug,
    title: action.title,
    revision: action.revision,
    owner: from?.owner.slug ?? action.owner?.slug ?? null,
    // A date that has passed is no beginning for another.
    dueDate: from === null ? (action.dueDate ?? null) : from.datePassed ? null : from.dueDate,
    agreed: action.owner == null ? "no" : "yes",
  };
}
