import { graphql } from "~/graphql/gql";
import type { MinutesQuery as Answer } from "~/graphql/graphql";

/** The minutes of a meeting. */
export const MinutesQuery = graphql(`
  query Minutes($slug: String!, $meeting: String!) {
    partnership(slug: $slug) {
      id
      displayName
      minutes(meeting: $meeting) {
        scorecardSeenAt
        frozenAt
        fingerprint
        frozenBy {
          displayName
        }
        scorecard {
          kpiSlug
          displayName
          period
          value
          target
          status
          unit
          decimals
        }
        meeting {
          id
          seriesDisplayName
          startsAt
          startedAt
          endedAt
          timeZone
          bothSidesPresent
          recordedAfterwards
          unresolvedReason
          nextStart
          missingParts {
            part
            lastKnownAt
          }
          attendances {
            person {
              slug
              displayName
              side
              companyDisplayName
            }
          }
          items {
            itemId
            kind
            title
            state
            reason
            note
            spentSeconds
            facts {
              actionNumber
            }
          }
          decisions {
            decisionId
            itemId
            what
            why
            decidedBy {
              slug
              displayName
            }
          }
          commitments {
            id
            text
            dueDate
            owner {
              displayName
              companyDisplayName
            }
          }
        }
      }
    }
  }
`);

/** Minutes as they were frozen. */
export type Frozen = NonNullable<NonNullable<Answer["partnership"]>["minutes"]>;
