import { Plural, Trans } from "@lingui/react/macro";
import type { Format } from "~/lib/format";
import styles from "./minutes-page.module.css";
import type { Frozen } from "./minutes-query";

/** Who was there, by company. */
export function Present({ meeting }: { meeting: Frozen["meeting"] }) {
  const companies = new Map<string, string[]>();
  for (const { person } of meeting.attendances) {
    companies.set(person.companyDisplayName, [...(companies.get(person.companyDisplayName) ?? []), person.displayName]);
  }
  return (
    <section>
      <h2>
        <Trans>There</Trans>
      </h2>
      {companies.size === 0 ? (
        <p>
          <Trans>Nobody.</Trans>
        </p>
      ) : (
        <ul className={styles.present}>
          {[...companies].map(([company, names]) => (
            <li key={company}>
              <b>{company}:</b> {[...new Set(names)].join(", ")}
            </li>
          ))}
        </ul>
      )}
      {meeting.bothSidesPresent ? null : (
        <p className={styles.warning}>
          <Trans>Only one side was there.</Trans>
        </p>
      )}
    </section>
  );
}

/** What was decided, why, and by whom. */
export function Decisions({ meeting: { decisions, items } }: { meeting: Frozen["meeting"] }) {
  const titles = new Map(items.map(({ itemId, title }) => [itemId, title]));
  return (
    <section>
      <h2>
        <Plural value={decisions.length} _0="No decision" one="# decision" other="# decisions" />
      </h2>
      <ol className={styles.list}>
        {decisions.map((decision) => (
          <li key={decision.decisionId}>
            <strong>{decision.what}</strong>
            {decision.why === null ? null : <span>{decision.why}</span>}
            <small>
              {decision.decidedBy.map(({ displayName }) => displayName).join(", ")}
              {decision.itemId === null ? null : ` · ${titles.get(decision.itemId) ?? ""}`}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What was promised, as it was promised. */
export function Commitments({ meeting: { commitments }, format }: { meeting: Frozen["meeting"]; format: Format }) {
  return (
    <section>
      <h2>
        <Plural value={commitments.length} _0="No commitment" one="# commitment" other="# commitments" />
      </h2>
      <ol className={styles.list}>
        {commitments.map((commitment) => (
          <li key={commitment.id}>
            <strong>{commitment.text}</strong>
            <small>
              {commitment.owner.displayName}, {commitment.owner.companyDisplayName} ·{" "}
              <Trans>until {format.date(`${commitment.dueDate}T12:00:00Z`)}</Trans>
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
