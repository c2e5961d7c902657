import { Trans } from "@lingui/react/macro";
import styles from "./page.module.css";

interface FindingsProps {
  readonly findings: readonly {
    readonly severity: "ERROR" | "WARNING";
    readonly field?: string | null;
    readonly code: string;
    readonly message: string;
    readonly example?: string | null;
  }[];
}

/** What somebody should know about terms before they are proposed or signed. */
export function Findings({ findings }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings}>
      {findings.map(({ severity, field, code, message, example }) => (
        <li key={`${field} ${code} ${message}`} data-severity={severity}>
          <strong>{severity === "ERROR" ? <Trans>Not like this:</Trans> : <Trans>Look at this:</Trans>}</strong>{" "}
          {message}
          {example == null ? null : (
            <small>
              <Trans>For example: {example}</Trans>
            </small>
          )}
        </li>
      ))}
    </ul>
  );
}
