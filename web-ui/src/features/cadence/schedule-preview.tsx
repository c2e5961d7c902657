import { Trans } from "@lingui/react/macro";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gql";
import type { ScheduleInput } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import styles from "./series-dialog.module.css";

const PreviewScheduleQuery = graphql(`
  query PreviewSchedule($input: PreviewScheduleInput!) {
    previewSchedule(input: $input) {
      starts
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** The next dates a schedule would give, or why it gives none. */
export function SchedulePreview({ slug, schedule }: { slug: string; schedule: ScheduleInput }) {
  const format = useFormat(schedule.timeZone);
  const [{ data }] = useQuery({
    query: PreviewScheduleQuery,
    variables: { input: { partnership: slug, schedule, count: 4 } },
  });
  const preview = data?.previewSchedule;
  if (preview === undefined) return null;
  if (preview.userErrors.length > 0) {
    return (
      <p className={styles.error} role="alert">
        {preview.userErrors.map(({ message }) => message).join(" ")}
      </p>
    );
  }
  return (
    <p className={styles.preview}>
      <Trans>Next:</Trans> {preview.starts.map((start) => format.moment(start)).join(" · ")}
    </p>
  );
}
