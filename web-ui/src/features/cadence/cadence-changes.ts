import { graphql } from "~/graphql/gql";
import { type Liveness, type Reading, useCoalesced, useLive } from "~/lib/live";

const CadenceChangesSubscription = graphql(`
  subscription CadenceChanges($slugs: [String!]) {
    scorecardChanged(slugs: $slugs) {
      slug
      source
      revision
    }
  }
`);

/** Calls back whenever something of these partnerships changed (all of the viewer's when null), and after every break. */
export function useCadenceChanges(slugs: readonly string[] | null, onChange: () => void, reading: Reading): Liveness {
  const changed = useCoalesced(onChange, reading);
  return useLive(CadenceChangesSubscription, { slugs }, changed);
}

/** Types of the schema that change with a meeting: whatever is shown of them is read again after a change. */
export const changedByCadence = ["Meeting", "Cadence", "MeetingSeries", "Commitment", "CorrectiveAction"];
