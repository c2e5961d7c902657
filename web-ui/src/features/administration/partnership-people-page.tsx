import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { graphql } from "~/graphql/gql";
import type { Side } from "~/graphql/graphql";
import { ErrorState, Loading, Skeleton } from "~/ui/state";
import styles from "./administration.module.css";
import { MemberList } from "./member-list";
import { TokenList } from "./token-list";

const PartnershipPeopleQuery = graphql(`
  query PartnershipPeople($slug: String!) {
    partnership(slug: $slug) {
      id
      displayName
      timeZone
      viewerMay
      viewerSide
      owner {
        id
        slug
        displayName
      }
      partner {
        id
        slug
        displayName
      }
      members {
        side
        role
        since
        person {
          id
          slug
          displayName
          email
        }
      }
      ingestionTokens(first: 100) {
        nodes {
          id
          displayName
          side
          kpiSlugs
          expiresAt
          revokedAt
          lastUsedAt
        }
      }
    }
  }
`);

interface PartnershipPeoplePageProps {
  readonly slug: string;
  /** Said when there is no such partnership. */
  readonly absent: ReactNode;
}

/** `/p/:slug/people`: who is what on a partnership, and, for administrators, its ingestion tokens. */
export function PartnershipPeoplePage({ slug, absent }: PartnershipPeoplePageProps) {
  const { t } = useLingui();
  const [{ data, error, fetching }, read] = useQuery({ query: PartnershipPeopleQuery, variables: { slug } });
  const again = () => read({ requestPolicy: "network-only" });
  const partnership = data?.partnership ?? null;
  if (partnership === null || partnership.members == null) {
    if (fetching && !error) {
      return (
        <Loading>
          <Skeleton width="16rem" height="2rem" />
          <Skeleton height="14rem" />
        </Loading>
      );
    }
    return error ? (
      <ErrorState stands="page" title={<Trans>People can't be read right now</Trans>} onRetry={again} />
    ) : (
      absent
    );
  }
  const { viewerMay, viewerSide, members } = partnership;
  const all = viewerMay.includes("MANAGE_PARTNERSHIPS");
  const manages = (side: Side) => all || (viewerMay.includes("MANAGE_OWN_PEOPLE") && viewerSide === side);
  return (
    <div className={styles.page}>
      <title>{`${t`People`} · ${partnership.displayName} · Drumbeat`}</title>
      <header className={styles.header}>
        <div>
          <p className={styles.crumbs}>
            {all && viewerSide == null ? (
              <Link href="/administration">
                <Trans>Administration</Trans>
              </Link>
            ) : (
              <Link href={`/p/${slug}`}>{partnership.displayName}</Link>
            )}
          </p>
          <h1>
            <Trans>People of {partnership.displayName}</Trans>
          </h1>
        </div>
        {viewerMay.includes("DEFINE_KPIS") ? (
          <Link href={`/p/${slug}/define`}>
            <Trans>Define a KPI</Trans>
          </Link>
        ) : null}
      </header>
      <div className={styles.columns}>
        {(["OWNER", "PARTNER"] as const).map((side) => (
          <MemberList
            key={side}
            slug={slug}
            company={side === "OWNER" ? partnership.owner : partnership.partner}
            members={members.filter((member) => member.side === side)}
            manages={manages(side) ? "yes" : "no"}
            onChanged={again}
          />
        ))}
      </div>
      {all && partnership.ingestionTokens != null ? (
        <TokenList
          slug={slug}
          owner={partnership.owner.displayName}
          partner={partnership.partner.displayName}
          tokens={partnership.ingestionTokens.nodes}
          onChanged={again}
        />
      ) : null}
    </div>
  );
}
