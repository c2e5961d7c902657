import { graphql } from "~/graphql/gql";
import type { MyWeekQuery as Answer } from "~/graphql/graphql";

/** A week of the viewer's, across all partnerships. */
export const MyWeekQuery = graphql(`
  query MyWeek($from: DateTime!, $to: DateTime!) {
    viewer {
      person {
        id
      }
      week(from: $from, to: $to) {
        live
        knownAt
        meetings {
          partnership {
            id
            slug
            displayName
          }
          meeting {
            id
            slug
            partnershipSlug
            seriesDisplayName
            state
            startsAt
            timeZone
          }
        }
        commitments {
          partnership {
            id
            displayName
          }
          commitment {
            id
            partnershipSlug
            meetingSlug
            text
            dueDate
            overdueDays
            state
            revision
            owner {
              slug
            }
          }
        }
      }
      actions(first: 50) {
        live
        knownAt
        nodes {
          id
          number
          title
          state
          dueDate
          partnershipSlug
          partnershipDisplayName
          figures {
            overdueDays
          }
        }
      }
    }
  }
`);

export type Week = NonNullable<NonNullable<Answer["viewer"]>["week"]>;
export type Actions = NonNullable<NonNullable<Answer["viewer"]>["actions"]>;
