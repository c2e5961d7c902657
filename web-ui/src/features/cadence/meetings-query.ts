import { graphql } from "~/graphql/gql";
import type { MeetingsQuery as Answer } from "~/graphql/graphql";

/** The calendar of a partnership: its meetings, how regular they are, their series, and what is promised. */
export const MeetingsQuery = graphql(`
  query Meetings($slug: String!, $from: DateTime!, $to: DateTime!) {
    partnership(slug: $slug) {
      id
      slug
      displayName
      timeZone
      viewerMay
      cadence {
        live
        knownAt
        health {
          planned
          held
          oneSided
          missed
          onTime
          commitmentsDue
          commitmentsKept
          starving
          starvingReason
          dots {
            week
            outcome
          }
        }
      }
      meetingSeries {
        nodes {
          id
          slug
          kind
          displayName
          nextStart
          endedAt
          endedReason
          revision
          schedule {
            rule
            start
            timeZone
            durationMinutes
            pattern {
              kind
              interval
              weekdays
              monthDays
              ordinal
              until
              count
            }
          }
        }
      }
      meetings(from: $from, to: $to, first: 100) {
        live
        knownAt
        nodes {
          id
          slug
          partnershipSlug
          seriesDisplayName
          state
          startsAt
          timeZone
          movedFrom
          reason
          bothSidesPresent
          recordedAfterwards
          viewerMay
          revision
        }
      }
      commitments(first: 50) {
        nodes {
          id
          partnershipSlug
          text
          dueDate
          overdueDays
          state
          revision
          owner {
            slug
            displayName
            companyDisplayName
          }
        }
      }
    }
  }
`);

export type Listed = NonNullable<Answer["partnership"]>;
export type ListedMeeting = NonNullable<Listed["meetings"]>["nodes"][number];
export type ListedSeries = NonNullable<Listed["meetingSeries"]>["nodes"][number];
