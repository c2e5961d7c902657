import { Plural, Trans } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gql";
import { useFormat } from "~/lib/format";
import { Button } from "~/ui/button";
import { Skeleton } from "~/ui/state";
import styles from "./raci-page.module.css";

const RaciVersionsQuery = graphql(`
  query RaciVersions($slug: String!) {
    partnership(slug: $slug) {
      id
      raciVersions(first: 20) {
        nodes {
          version
          publishedAt
          publishedBy {
            displayName
          }
          reviewDate
          activities {
            slug
          }
        }
      }
    }
  }
`);

/** Who published what before; read when somebody wants to know. */
export function RaciVersions({ slug, timeZone }: { slug: string; timeZone: string }) {
  const [open, setOpen] = useState<"no" | "yes">("no");
  return (
    <section className={styles.versions} data-print="hide" aria-labelledby="raci-versions">
      <h2 id="raci-versions">
        <Trans>Versions</Trans>
      </h2>
      {open === "no" ? (
        <div>
          <Button size="small" look="quiet" icon="clock" onPress={() => setOpen("yes")}>
            <Trans>Show earlier versions</Trans>
          </Button>
        </div>
      ) : (
        <VersionList slug={slug} timeZone={timeZone} />
      )}
    </section>
  );
}

function VersionList({ slug, timeZone }: { slug: string; timeZone: string }) {
  const format = useFormat(timeZone);
  const [{ data, fetching }] = useQuery({ query: RaciVersionsQuery, variables: { slug } });
  const nodes = data?.partnership?.raciVersions?.nodes;
  if (nodes === undefined) {
    return fetching ? (
      <Skeleton height="3rem" />
    ) : (
      <p>
        <Trans>The versions can't be read.</Trans>
      </p>
    );
  }
  if (nodes.length === 0) {
    return (
      <p>
        <Trans>None was published yet.</Trans>
      </p>
    );
  }
  return (
    <ol>
      {nodes.map((raci) => (
        <li key={raci.version}>
          <b>
            <Trans>Version {raci.version}</Trans>
          </b>
          <span>
            {raci.publishedAt == null ? null : format.moment(raci.publishedAt)}
            {raci.publishedBy == null ? null : `, ${raci.publishedBy.displayName}`}
          </span>
          <span>
            <Plural value={raci.activities.length} one="# activity" other="# activities" />
          </span>
        </li>
      ))}
    </ol>
  );
}
