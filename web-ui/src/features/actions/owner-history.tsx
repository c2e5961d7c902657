import { Plural, Trans } from "@lingui/react/macro";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { OwnerHistoryFragment } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import styles from "./owner-history.module.css";

export const OwnerHistoryDocument = graphql(`
  fragment OwnerHistory on CorrectiveAction {
    id
    proposal {
      ...OwnerRevision
    }
    agreements {
      ...OwnerRevision
    }
    figures {
      slips
    }
  }
`);

const OwnerRevisionDocument = graphql(`
  fragment OwnerRevision on OwnerProposal {
    owner {
      slug
      displayName
    }
    dueDate
    reason
    proposedBy {
      displayName
    }
    proposedAt
    acceptedByOwnerAt
    acceptedByOtherSideAt
    acceptedByOtherSide {
      displayName
    }
  }
`);

interface OwnerHistoryProps {
  readonly action: FragmentType<typeof OwnerHistoryDocument>;
  readonly timeZone: string;
}

/** Who had it until when, who proposed and who signed, the newest first. */
export function OwnerHistory({ action: masked, timeZone }: OwnerHistoryProps) {
  const { proposal, agreements, figures } = readFragment(OwnerHistoryDocument, masked);
  if (proposal == null && agreements.length === 0) return null;
  return (
    <div className={styles.history}>
      {figures.slips === 0 ? null : (
        <p className={styles.slips}>
          <Plural value={figures.slips} one="The due date slipped once." other="The due date slipped # times." />
        </p>
      )}
      <ol>
        {proposal == null ? null : <Revision key="proposal" revision={proposal} timeZone={timeZone} />}
        {agreements.toReversed().map((agreement) => (
          <Revision
            key={readFragment(OwnerRevisionDocument, agreement).proposedAt}
            revision={agreement}
            timeZone={timeZone}
          />
        ))}
      </ol>
    </div>
  );
}

interface RevisionProps {
  readonly revision: OwnerHistoryFragment["agreements"][number];
  readonly timeZone: string;
}

function Revision({ revision: masked, timeZone }: RevisionProps) {
  const revision = readFragment(OwnerRevisionDocument, masked);
  const format = useFormat(timeZone);
  const { acceptedByOwnerAt, acceptedByOtherSideAt, acceptedByOtherSide } = revision;
  return (
    <li>
      <p>
        <b>{revision.owner.displayName}</b>
        {" · "}
        {format.calendarDate(revision.dueDate)}
        {" · "}
        <Trans>
          proposed by {revision.proposedBy.displayName}, {format.moment(revision.proposedAt)}
        </Trans>
      </p>
      {revision.reason == null ? null : <p className={styles.reason}>{revision.reason}</p>}
      <p className={styles.signed}>
        {acceptedByOwnerAt == null ? (
          <Trans>waits for the owner</Trans>
        ) : (
          <Trans>owner accepted {format.moment(acceptedByOwnerAt)}</Trans>
        )}
        {" · "}
        {acceptedByOtherSideAt == null ? (
          <Trans>waits for the other side</Trans>
        ) : acceptedByOtherSide == null ? (
          <Trans>other side accepted {format.moment(acceptedByOtherSideAt)}</Trans>
        ) : (
          <Trans>
            {acceptedByOtherSide.displayName} accepted {format.moment(acceptedByOtherSideAt)}
          </Trans>
        )}
      </p>
    </li>
  );
}
