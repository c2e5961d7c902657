import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { Link } from "wouter";
import { NotFound } from "~/app/not-found";
import { PageSkeleton } from "~/app/page-skeleton";
import { useScorecardChanges } from "~/app/scorecard-changes";
import { EscalationLadder } from "~/features/raci/escalation-ladder";
import { RaciPage } from "~/features/raci/raci-page";
import { graphql } from "~/graphql/gql";
import { dateIn } from "~/lib/zone";
import { ErrorState } from "~/ui/state";

const RaciQuery = graphql(`
  query Raci($slug: String!) {
    partnership(slug: $slug) {
      id
      displayName
      timeZone
      viewerMay
      owner {
        id
        displayName
      }
      partner {
        id
        displayName
      }
      members {
        side
        role
        person {
          id
          slug
          displayName
          deactivatedAt
        }
      }
      raci {
        ...RaciPage
      }
      escalationLadder {
        ...EscalationLadderPart
      }
    }
  }
`);

/** `/p/:slug/raci` */
export function RaciRoute({ slug }: { slug: string }) {
  const { t } = useLingui();
  const [{ data, error, fetching, stale }, read] = useQuery({ query: RaciQuery, variables: { slug } });
  const again = () => read({ requestPolicy: "network-only" });
  const liveness = useScorecardChanges(slug, again, { fetching, stale });
  const partnership = data?.partnership ?? null;
  if (partnership === null || partnership.raci == null) {
    if (fetching && !error) return <PageSkeleton />;
    if (error) {
      return (
        <ErrorState
          stands="page"
          title={<Trans>Who answers for what can't be read</Trans>}
          onRetry={again}
          action={<Link href={`/p/${slug}`}>{partnership?.displayName ?? slug}</Link>}
        >
          <Trans>Actions did not answer. What was recorded before is safe.</Trans>
        </ErrorState>
      );
    }
    return <NotFound />;
  }
  const { owner, partner } = partnership;
  const people = (partnership.members ?? [])
    .filter(({ person }) => person.deactivatedAt == null)
    .map(({ side, role, person }) => ({
      slug: person.slug,
      name: person.displayName,
      side,
      role,
      company: (side === "OWNER" ? owner : partner).displayName,
    }));
  return (
    <>
      <title>{`${t`Who answers for what`} · ${partnership.displayName} · Drumbeat`}</title>
      <RaciPage
        slug={slug}
        partnership={partnership.displayName}
        inForce={partnership.raci}
        people={people}
        mayEdit={partnership.members != null && partnership.viewerMay.includes("PROGRESS_ACTION") ? "yes" : "no"}
        today={dateIn(partnership.timeZone, new Date())}
        timeZone={partnership.timeZone}
        live={liveness}
        onRetry={again}
        ladder={
          partnership.escalationLadder == null ? null : (
            <EscalationLadder
              slug={slug}
              ladder={partnership.escalationLadder}
              mayChange={partnership.viewerMay.includes("CHANGE_LADDER") ? "yes" : "no"}
              timeZone={partnership.timeZone}
            />
          )
        }
      />
    </>
  );
}
