import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { useQuery } from "urql";
import { useSearchParams } from "wouter";
import { graphql } from "~/graphql/gql";
import { useViewer } from "~/lib/viewer";
import { Button } from "~/ui/button";
import { ErrorState, Loading, Skeleton } from "~/ui/state";
import styles from "./administration.module.css";
import { InviteDialog } from "./invite-dialog";
import { PersonTable } from "./person-table";

const CompanyPeopleQuery = graphql(`
  query CompanyPeople($company: String!) {
    people(company: $company, first: 100) {
      nodes {
        id
        slug
        displayName
        email
        administrator
        invitedUntil
        deactivatedAt
      }
      pageInfo {
        hasNextPage
      }
    }
    companies(first: 100) {
      nodes {
        id
        slug
        displayName
      }
    }
  }
`);

/** `/people`: the people of the viewer's company, or of any for an administrator (`?company=`). */
export function CompanyPeoplePage({ absent }: { absent: ReactNode }) {
  const { t } = useLingui();
  const viewer = useViewer();
  const [search] = useSearchParams();
  const slug = search.get("company") ?? viewer.companySlug;
  const [{ data, error, fetching }, read] = useQuery({ query: CompanyPeopleQuery, variables: { company: slug } });
  const [inviting, setInviting] = useState<"no" | "yes">("no");
  const again = () => read({ requestPolicy: "network-only" });
  if (data === undefined) {
    return fetching && !error ? (
      <Loading>
        <Skeleton width="14rem" height="2rem" />
        <Skeleton height="16rem" />
      </Loading>
    ) : (
      <ErrorState stands="page" title={<Trans>People can't be read right now</Trans>} onRetry={again} />
    );
  }
  // Who looks after nobody is told of nobody, not even of themselves.
  if (data.people.nodes.length === 0 && viewer.role !== "administrator") return absent;
  const name = data.companies.nodes.find((company) => company.slug === slug)?.displayName ?? slug;
  return (
    <div className={styles.page}>
      <title>{`${t`People`} · ${name} · Drumbeat`}</title>
      <header className={styles.header}>
        <h1>
          <Trans>People of {name}</Trans>
        </h1>
        <Button look="primary" icon="plus" onPress={() => setInviting("yes")}>
          <Trans>Invite somebody</Trans>
        </Button>
      </header>
      <PersonTable people={data.people.nodes} onChanged={again} />
      {data.people.pageInfo.hasNextPage ? (
        <p className={styles.quiet}>
          <Trans>Only the first hundred are shown.</Trans>
        </p>
      ) : null}
      {inviting === "no" ? null : (
        <InviteDialog
          company={{ slug, name }}
          mayMakeAdministrators={viewer.role === "administrator" ? "yes" : "no"}
          onInvited={again}
          onClose={() => setInviting("no")}
        />
      )}
    </div>
  );
}
