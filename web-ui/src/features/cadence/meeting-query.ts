import { graphql } from "~/graphql/gql";
import type { MeetingQuery as Answer } from "~/graphql/graphql";

/** One meeting in full, with those who may be in it. */
export const MeetingQuery = graphql(`
  query Meeting($slug: String!, $meeting: String!) {
    partnership(slug: $slug) {
      id
      slug
      displayName
      timeZone
      viewerSide
      viewerMay
      members {
        side
        role
        person {
          id
          slug
          displayName
          companySlug
        }
      }
      meeting(slug: $meeting) {
        live
        knownAt
        meeting {
          id
          slug
          partnershipSlug
          seriesDisplayName
          kind
          state
          startsAt
          endsAt
          timeZone
          movedFrom
          reason
          startableFrom
          startedAt
          endedAt
          bothSidesPresent
          currentItemId
          currentSince
          agendaAsOf
          nextStart
          viewerMay
          revision
          attendances {
            joinedAt
            leftAt
            person {
              slug
              displayName
              side
              companyDisplayName
            }
          }
          missingParts {
            part
            lastKnownAt
          }
          items {
            itemId
            kind
            subject
            title
            state
            reason
            note
            plannedSeconds
            spentSeconds
            carriedOver
            live
            revision
            addedBy {
              displayName
            }
            facts {
              kpiSlug
              actionId
              actionNumber
              period
              value
              target
              sincePeriod
              dueDate
              overdueDays
              unownedSince
              waiting
              decimals
              unit
              owner {
                slug
                displayName
                side
                companyDisplayName
              }
            }
          }
          decisions {
            decisionId
            itemId
            what
            why
            revision
            decidedBy {
              slug
              displayName
              side
            }
          }
          commitments {
            id
            partnershipSlug
            itemId
            text
            dueDate
            state
            revision
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
  }
`);

export type MeetingPartnership = NonNullable<Answer["partnership"]>;
export type MeetingView = NonNullable<MeetingPartnership["meeting"]>["meeting"];
export type Item = MeetingView["items"][number];
