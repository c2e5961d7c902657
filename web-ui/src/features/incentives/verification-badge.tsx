import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gql";
import { useFormat } from "~/lib/format";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icons";
import styles from "./verification.module.css";
import { tamperWords } from "./words";

const VerificationQuery = graphql(`
  query StatementVerification($slug: String!) {
    partnership(slug: $slug) {
      id
      statementVerification {
        intact
        entries
        head {
          count
          digest
        }
        findings {
          kind
          sequence
          resource
          message
        }
        verifiedAt
      }
    }
  }
`);

/** Whether the journal is what it was: recomputed when the page opens, and again on a press. */
export function VerificationBadge({ slug }: { slug: string }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const [{ data, fetching, error }, read] = useQuery({
    query: VerificationQuery,
    variables: { slug },
    requestPolicy: "network-only",
  });
  const verified = data?.partnership?.statementVerification ?? null;
  const again = (
    <Button
      look="quiet"
      size="small"
      data-print="hide"
      isPending={fetching}
      onPress={() => read({ requestPolicy: "network-only" })}
    >
      <Trans>Verify again</Trans>
    </Button>
  );
  if (verified === null) {
    return error || !fetching ? (
      <div className={styles.badge} data-verdict="unknown" role="status">
        <Icon name="info" />
        <p>
          <Trans>The journal could not be verified right now.</Trans>
        </p>
        {again}
      </div>
    ) : null;
  }
  return (
    <div className={styles.badge} data-verdict={verified.intact ? "intact" : "broken"} role="status">
      <Icon name={verified.intact ? "check" : "warning"} />
      <div>
        <p>
          <strong>
            {verified.intact ? (
              <Trans>The journal is intact.</Trans>
            ) : (
              <Trans>The journal was changed behind everybody's back.</Trans>
            )}
          </strong>{" "}
          <Trans>
            <Plural value={verified.entries} one="# entry" other="# entries" /> recomputed on{" "}
            {format.moment(verified.verifiedAt)}.
          </Trans>
        </p>
        {verified.findings.length === 0 ? null : (
          <ul>
            {verified.findings.map((finding) => (
              <li key={`${finding.kind} ${finding.sequence}`}>
                <strong>{i18n._(tamperWords[finding.kind])}</strong>{" "}
                <Trans>
                  at place {finding.sequence}: {finding.message}
                </Trans>
              </li>
            ))}
          </ul>
        )}
        <p className={styles.digest}>
          <Trans>Head digest: {verified.head.digest}</Trans>
        </p>
      </div>
      {again}
    </div>
  );
}
