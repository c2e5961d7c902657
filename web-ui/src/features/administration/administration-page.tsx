import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { graphql } from "~/graphql/gql";
import { useViewer } from "~/lib/viewer";
import { Button } from "~/ui/button";
import { EmptyState, ErrorState, Loading, Skeleton } from "~/ui/state";
import styles from "./administration.module.css";
import { NewCompanyDialog } from "./new-company-dialog";
import { NewPartnershipDialog } from "./new-partnership-dialog";

const AdministrationQuery = graphql(`
  query Administration($afterPartnership: String) {
    companies(first: 100) {
      nodes {
        id
        slug
        displayName
        timeZone
      }
    }
    partnerships(first: 50, after: $afterPartnership) {
      nodes {
        id
        slug
        displayName
        owner {
          id
          displayName
        }
        partner {
          id
          displayName
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** `/administration`: companies and partnerships, for those who set up the installation. */
export function AdministrationPage({ absent }: { absent: ReactNode }) {
  const { t } = useLingui();
  const viewer = useViewer();
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error, fetching }, read] = useQuery({
    query: AdministrationQuery,
    variables: { afterPartnership: after },
    pause: viewer.role !== "administrator",
  });
  const [making, setMaking] = useState<"nothing" | "company" | "partnership">("nothing");
  const again = () => read({ requestPolicy: "network-only" });
  if (viewer.role !== "administrator") return absent;
  if (data === undefined) {
    return fetching && !error ? (
      <Loading>
        <Skeleton width="14rem" height="2rem" />
        <Skeleton height="16rem" />
      </Loading>
    ) : (
      <ErrorState stands="page" title={<Trans>This can't be read right now</Trans>} onRetry={again} />
    );
  }
  const companies = data.companies.nodes;
  const { nodes: partnerships, pageInfo } = data.partnerships;
  const { endCursor } = pageInfo;
  return (
    <div className={styles.page}>
      <title>{`${t`Administration`} · Drumbeat`}</title>
      <header className={styles.header}>
        <h1>
          <Trans>Administration</Trans>
        </h1>
      </header>
      <div className={styles.columns}>
        <section className={styles.card} aria-labelledby="partnerships">
          <div className={styles.cardHead}>
            <h2 id="partnerships">
              <Trans>Partnerships</Trans>
            </h2>
            <Button icon="plus" onPress={() => setMaking("partnership")} isDisabled={companies.length < 2}>
              <Trans>New partnership</Trans>
            </Button>
          </div>
          {partnerships.length === 0 ? (
            <EmptyState title={<Trans>No partnership yet</Trans>}>
              <Trans>Add two companies, bring them together, invite their people, and put them on it.</Trans>
            </EmptyState>
          ) : (
            <ul className={styles.lines}>
              {partnerships.map((partnership) => (
                <li key={partnership.id}>
                  <span>
                    <Link href={`/p/${partnership.slug}/people`}>{partnership.displayName}</Link>
                    <small>
                      {partnership.owner.displayName} · {partnership.partner.displayName}
                    </small>
                  </span>
                  <span>
                    <Link href={`/p/${partnership.slug}/define`}>
                      <Trans>Define a KPI</Trans>
                    </Link>{" "}
                    ·{" "}
                    <Link href={`/p/${partnership.slug}/trail`}>
                      <Trans>Audit trail</Trans>
                    </Link>
                  </span>
                </li>
              ))}
            </ul>
          )}
          <div>
            {after === null ? null : (
              <Button size="small" onPress={() => setAfter(null)}>
                <Trans>From the start</Trans>
              </Button>
            )}
            {pageInfo.hasNextPage && endCursor != null ? (
              <Button size="small" onPress={() => setAfter(endCursor)}>
                <Trans>More</Trans>
              </Button>
            ) : null}
          </div>
        </section>
        <section className={styles.card} aria-labelledby="companies">
          <div className={styles.cardHead}>
            <h2 id="companies">
              <Trans>Companies</Trans>
            </h2>
            <Button icon="plus" onPress={() => setMaking("company")}>
              <Trans>New company</Trans>
            </Button>
          </div>
          <ul className={styles.lines}>
            {companies.map((company) => (
              <li key={company.id}>
                <span>
                  {company.displayName}
                  <small>{company.timeZone}</small>
                </span>
                <Link href={`/people?company=${company.slug}`} aria-label={t`People of ${company.displayName}`}>
                  <Trans>People</Trans>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      </div>
      {making === "company" ? <NewCompanyDialog onMade={again} onClose={() => setMaking("nothing")} /> : null}
      {making === "partnership" ? (
        <NewPartnershipDialog companies={companies} onMade={again} onClose={() => setMaking("nothing")} />
      ) : null}
    </div>
  );
}
