import { graphql } from "~/graphql/gql";
import { type Liveness, type Reading, useCoalesced, useLive } from "~/lib/live";

const ScorecardChangesSubscription = graphql(`
  subscription ScorecardChanges($slugs: [String!]) {
    scorecardChanged(slugs: $slugs) {
      slug
      revision
      changedAt
    }
  }
`);

/** Calls back whenever the page of a partnership changed, and after every break in which it might have. */
export function useScorecardChanges(slug: string, onChange: () => void, reading: Reading): Liveness {
  const changed = useCoalesced(onChange, reading);
  return useLive(ScorecardChangesSubscription, { slugs: [slug] }, changed);
}
