import { Trans } from "@lingui/react/macro";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gql";
import { AwayLine } from "~/ui/away-line";
import { TrendChart } from "~/ui/chart/trend-chart";
import { Skeleton } from "~/ui/state";
import styles from "./agenda-subject.module.css";

const SubjectQuery = graphql(`
  query AgendaSubject($slug: String!, $kpi: String!) {
    partnership(slug: $slug) {
      id
      kpi(slug: $kpi, periods: 26) {
        standing {
          series
          kpi {
            id
            displayName
            unit
            currency
            decimals
          }
        }
      }
    }
  }
`);

/** How the KPI that is talked about went; taken up again by itself when it could not be read. */
export function SubjectChart({ slug, kpi }: { slug: string; kpi: string }) {
  const [{ data, fetching, error }, read] = useQuery({ query: SubjectQuery, variables: { slug, kpi } });
  const standing = data?.partnership?.kpi?.standing;
  if (standing === undefined) {
    if (fetching && !error) return <Skeleton height="12rem" />;
    return (
      <AwayLine onRetry={() => read({ requestPolicy: "network-only" })}>
        <Trans>The chart can't be read right now.</Trans>
      </AwayLine>
    );
  }
  return (
    <div className={styles.chart}>
      <TrendChart series={standing.series} measure={standing.kpi} label={standing.kpi.displayName} height={170} />
    </div>
  );
}
