import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gql";
import type { OwnerAgreementQuery as Answer } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { AwayLine } from "~/ui/away-line";
import { Button } from "~/ui/button";
import { Person } from "~/ui/person";
import { Select } from "~/ui/select";
import { Skeleton } from "~/ui/state";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import { useCadenceChanges } from "./cadence-changes";
import type { MeetingPartnership } from "./meeting-query";
import { useMeetingAcceptOwner, useMeetingProposeOwner } from "./outcome-writes";
import styles from "./owner-agreement.module.css";
import { inDays, peopleOf } from "./who-and-when";

const OwnerAgreementQuery = graphql(`
  query OwnerAgreement($slug: String!, $number: Int!) {
    partnership(slug: $slug) {
      id
      action(number: $number) {
        id
        number
        revision
        viewerMay
        owner {
          slug
          displayName
          side
          companyDisplayName
        }
        dueDate
        proposal {
          dueDate
          datePassed
          acceptedByOwnerAt
          acceptedByOtherSideAt
          proposedBy {
            displayName
            companySlug
          }
          owner {
            slug
            displayName
            side
            companyDisplayName
          }
        }
      }
    }
  }
`);

type Action = NonNullable<NonNullable<Answer["partnership"]>["action"]>;

interface OwnerAgreementProps {
  readonly partnership: MeetingPartnership;
  readonly number: number;
}

/** Who owns a red and until when: one click proposes, one of the other side accepts. */
export function OwnerAgreement({ partnership, number }: OwnerAgreementProps) {
  const [{ data, fetching, stale, error }, read] = useQuery({
    query: OwnerAgreementQuery,
    variables: { slug: partnership.slug, number },
  });
  // What the other side proposes or accepts meanwhile is an action's change, not the meeting's.
  const again = () => read({ requestPolicy: "network-only" });
  useCadenceChanges([partnership.slug], again, { fetching, stale });
  const action = data?.partnership?.action ?? null;
  if (action === null && fetching && !error) return <Skeleton height="4rem" />;
  return (
    <>
      {action === null ? null : action.owner !== null && action.dueDate !== null ? (
        <Agreed action={action} />
      ) : (
        <Open key={action.revision} partnership={partnership} action={action} />
      )}
      {action !== null && error === undefined ? null : (
        <AwayLine onRetry={again}>
          <Trans>The action can't be reached; owner and due date can be agreed as soon as it is back.</Trans>
        </AwayLine>
      )}
    </>
  );
}

function Agreed({ action: { owner, dueDate } }: { action: Action }) {
  const format = useFormat();
  if (owner === null || dueDate === null) return null;
  return (
    <p className={styles.agreed} role="status">
      <Person name={owner.displayName} company={owner.companyDisplayName} side={owner.side} />
      <Trans>agreed until {format.date(`${dueDate}T12:00:00Z`)}</Trans>
    </p>
  );
}

function Open({ partnership, action }: { partnership: MeetingPartnership; action: Action }) {
  const { t } = useLingui();
  const people = peopleOf(partnership.members);
  const { proposal } = action;
  const [owner, setOwner] = useState<string | null>(proposal?.owner.slug ?? null);
  const [due, setDue] = useState(() => dateToAgree(proposal, partnership.timeZone));
  // A date that has passed is no proposal to counter.
  const standing = proposal?.datePassed === false ? proposal : null;
  const proposing = useMeetingProposeOwner();
  const accepting = useMeetingAcceptOwner();
  const changed = standing === null || owner !== standing.owner.slug || due !== standing.dueDate;
  const errors = [...proposing.userErrors, ...accepting.userErrors];
  const which = { action: action.id, revision: action.revision };
  return (
    <form
      className={styles.open}
      onSubmit={(event) => {
        event.preventDefault();
        if (owner !== null) proposing.send({ ...which, owner, dueDate: due, reason: null });
      }}
    >
      <div className={styles.fields}>
        <Select
          label={t`Owner`}
          options={people}
          selected={owner}
          onSelect={setOwner}
          placeholder={t`Who?`}
          error={errorOf(errors, "owner")}
        />
        <TextField label={t`Due`} type="date" value={due} onChange={setDue} error={errorOf(errors, "dueDate")} />
        {!changed && action.viewerMay.includes("ACCEPT_OWNER") ? (
          <Button
            look="primary"
            icon="check"
            isPending={accepting.sending === "yes"}
            onPress={() => accepting.send(which)}
          >
            <Trans>Accept</Trans>
          </Button>
        ) : action.viewerMay.includes("PROPOSE_OWNER") ? (
          <Button type="submit" isDisabled={owner === null || !changed} isPending={proposing.sending === "yes"}>
            {standing === null ? <Trans>Propose</Trans> : <Trans>Counter</Trans>}
          </Button>
        ) : null}
      </div>
      {proposal === null ? null : <Proposed proposal={proposal} />}
      <WriteProblems
        errors={errorsBesides(errors, ["owner", "dueDate"])}
        unanswered={proposing.unanswered === "yes" ? "yes" : accepting.unanswered}
      />
    </form>
  );
}

/** What is proposed; a date that has passed is nothing to agree on, so the next one is offered instead. */
function dateToAgree(proposal: Action["proposal"], zone: string): string {
  const passed = proposal === null || proposal.dueDate < inDays(zone, 0);
  return passed ? inDays(zone, 14) : proposal.dueDate;
}

function Proposed({ proposal }: { proposal: NonNullable<Action["proposal"]> }) {
  const format = useFormat();
  return (
    <p className={styles.quiet}>
      {proposal.proposedBy.companySlug === null ? (
        <Trans>
          Proposed from the RACI: {proposal.owner.displayName} until {format.date(`${proposal.dueDate}T12:00:00Z`)}.
        </Trans>
      ) : (
        <Trans>
          Proposed by {proposal.proposedBy.displayName}: {proposal.owner.displayName} until{" "}
          {format.date(`${proposal.dueDate}T12:00:00Z`)}.
        </Trans>
      )}{" "}
      {proposal.datePassed ? (
        <Trans>That date has passed: propose another one.</Trans>
      ) : (
        <Missing proposal={proposal} />
      )}
    </p>
  );
}

function Missing({ proposal }: { proposal: NonNullable<Action["proposal"]> }) {
  return (
    <>
      {proposal.acceptedByOwnerAt === null ? <Trans>The owner has not accepted yet.</Trans> : null}{" "}
      {proposal.acceptedByOtherSideAt === null ? <Trans>The other side has not accepted yet.</Trans> : null}
    </>
  );
}
