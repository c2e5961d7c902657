import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { ActionTileFragment } from "~/graphql/graphql";
import { useNow } from "~/lib/clock";
import { useFormat } from "~/lib/format";
import { Person } from "~/ui/person";
import { ActionStepper } from "./action-stepper";
import styles from "./action-tile.module.css";
import { isOver } from "./action-words";

export const ActionTileDocument = graphql(`
  fragment ActionTile on CorrectiveAction {
    id
    number
    partnershipSlug
    partnershipDisplayName
    title
    kpiDisplayName
    state
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
      }
      dueDate
      datePassed
    }
    unownedSince
    closedAt
    voidedReason
    figures {
      overdueDays
      recurrences
    }
  }
`);

interface ActionTileProps {
  readonly action: FragmentType<typeof ActionTileDocument>;
  /** Below the title: where it stands, or whose partnership it is. */
  readonly shows: "state" | "partnership";
}

/** An action in a list of many: who has it until when, and what can't wait. */
export function ActionTile({ action: masked, shows }: ActionTileProps) {
  const action = readFragment(ActionTileDocument, masked);
  const alarm = !isOver(action.state) && (action.unownedSince != null || action.figures.overdueDays > 0);
  return (
    <article className={styles.tile} data-alarm={alarm ? "" : undefined}>
      <h3>
        <Link href={`/p/${action.partnershipSlug}/actions/${action.number}`}>
          <small>{action.number}</small> {action.title}
        </Link>
      </h3>
      {shows === "partnership" ? <p className={styles.where}>{action.partnershipDisplayName}</p> : null}
      <Holder action={action} />
      <Warnings action={action} />
      <ActionStepper state={action.state} gate={shows === "state" ? "hidden" : "shown"} />
    </article>
  );
}

function Holder({ action: { owner, dueDate, proposal } }: { action: ActionTileFragment }) {
  const format = useFormat();
  const who = owner ?? proposal?.owner ?? null;
  const due = dueDate ?? proposal?.dueDate ?? null;
  if (who === null) return null;
  return (
    <p className={styles.holder} data-stands={owner == null ? "proposed" : "agreed"}>
      <Person name={who.displayName} company={who.companyDisplayName} side={who.side} />
      <span>
        {due === null ? null : format.calendarDate(due)}
        {owner == null ? (
          <small className={styles.proposed} data-passed={proposal?.datePassed ? "" : undefined}>
            {proposal?.datePassed ? (
              <Trans comment="The proposed due date has passed">proposed, has passed</Trans>
            ) : (
              <Trans comment="Owner and due date are proposed, not agreed yet">proposed</Trans>
            )}
          </small>
        ) : null}
      </span>
    </p>
  );
}

function Warnings({ action }: { action: ActionTileFragment }) {
  const format = useFormat();
  const now = useNow();
  const { unownedSince, figures, state, closedAt, voidedReason } = action;
  if (isOver(state)) {
    return (
      <p className={styles.over}>{closedAt == null ? voidedReason : <Trans>Closed {format.date(closedAt)}</Trans>}</p>
    );
  }
  return (
    <>
      {unownedSince == null ? null : (
        <p className={styles.alarm}>
          <Trans>Unowned for {format.span(unownedSince, now)}</Trans>
        </p>
      )}
      {figures.overdueDays <= 0 ? null : (
        <p className={styles.alarm}>
          <Plural value={figures.overdueDays} one="Overdue by # day" other="Overdue by # days" />
        </p>
      )}
      {figures.recurrences === 0 ? null : (
        <p className={styles.again}>
          <Plural value={figures.recurrences} one="Came back once" other="Came back # times" />
        </p>
      )}
    </>
  );
}
