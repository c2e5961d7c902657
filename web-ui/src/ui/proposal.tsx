import type { ReactNode } from "react";
import styles from "./proposal.module.css";

interface ProposalProps {
  /** What it is about. */
  readonly subject: ReactNode;
  /** What is proposed. */
  readonly what: ReactNode;
  readonly reason: string;
  /** Who proposed it, and when. */
  readonly who: ReactNode;
  /** The buttons, or whom it waits for. */
  readonly children: ReactNode;
}

/** One proposal that waits, short enough for a margin. */
export function Proposal({ subject, what, reason, who, children }: ProposalProps) {
  return (
    <li className={styles.proposal}>
      <p className={styles.subject}>{subject}</p>
      <p>{what}</p>
      <p className={styles.reason}>“{reason}”</p>
      <p className={styles.who}>{who}</p>
      {children}
    </li>
  );
}

/** Nothing of it is shown, not even its title, while there is no proposal. */
export function Proposals({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.group}>
      {title === undefined ? null : <h3 className={styles.title}>{title}</h3>}
      <ul className={styles.proposals}>{children}</ul>
    </div>
  );
}
