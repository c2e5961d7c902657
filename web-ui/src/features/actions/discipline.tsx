import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Icon } from "~/ui/icons";
import styles from "./discipline.module.css";

interface DisciplineProps {
  /** Such as `D3`. */
  readonly code: string;
  readonly title: ReactNode;
  readonly stands: "done" | "now" | "later";
  /** What is asked, in one sentence. */
  readonly asked: ReactNode;
  /** What a good answer has. */
  readonly good: ReactNode;
  readonly example: ReactNode;
  readonly children: ReactNode;
}

/** One of the eight disciplines, for somebody who never heard of them: what is asked, what good looks like, an example. */
export function Discipline({ code, title, stands, asked, good, example, children }: DisciplineProps) {
  return (
    <section className={styles.discipline} data-stands={stands} aria-labelledby={`discipline-${code}`}>
      <h2 id={`discipline-${code}`} className={styles.title}>
        <span className={styles.code}>{code}</span>
        {title}
        {stands === "done" ? (
          <span className={styles.done}>
            <Icon name="check" size={14} />
            <Trans comment="A step of the form is finished">done</Trans>
          </span>
        ) : stands === "now" ? (
          <span className={styles.now} data-print="hide">
            <Trans comment="The step of the form that is to be done now">now</Trans>
          </span>
        ) : null}
      </h2>
      <div className={styles.guide} data-print="hide">
        <p>{asked}</p>
        <details open={stands === "now"}>
          <summary>
            <Trans>What good looks like</Trans>
          </summary>
          <div className={styles.help}>
            <p>{good}</p>
            <p className={styles.example}>
              <b>
                <Trans>Example</Trans>
              </b>{" "}
              {example}
            </p>
          </div>
        </details>
      </div>
      <div className={styles.content}>{children}</div>
    </section>
  );
}

/** Said where a step can't be taken yet, and what has to be there before. */
export function Locked({ children }: { children: ReactNode }) {
  return (
    <p className={styles.locked}>
      <Icon name="clock" size={14} />
      <span>{children}</span>
    </p>
  );
}
