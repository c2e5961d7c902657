import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import type { Status } from "~/lib/scalars";
import styles from "./status-mark.module.css";

const words = {
  GREEN: msg`Green`,
  AMBER: msg`Amber`,
  RED: msg`Red`,
  STALE: msg`Stale`,
  NO_DATA: msg`No data`,
} as const;

/** One shape each, so that a reader who sees no colour, or a photocopy, still sees the status. */
const shapes: Readonly<Record<Status, ReactNode>> = {
  GREEN: <circle cx="8" cy="8" r="4.75" />,
  AMBER: <path d="M8 2.25 14.5 13.5h-13z" />,
  RED: <path d="M2.5 2.5h11v11h-11z" />,
  STALE: (
    <>
      <circle cx="8" cy="8" r="5.25" />
      <path d="M8 4.9V8.2l2.1 1.3" />
    </>
  ),
  NO_DATA: <path d="M4 8h8" />,
};

export function useStatusWord(): (status: Status) => string {
  const { i18n } = useLingui();
  return (status) => i18n._(words[status]);
}

interface StatusMarkProps {
  readonly status: Status;
  /**
   * `quiet` shape and word in a row of others; `loud` a filled label, for the one status that a page or card is about;
   * `shape` where the word stands elsewhere in the row (it is still read out).
   */
  readonly tone?: "quiet" | "loud" | "shape";
  /** Said after the word, such as `since Nov 2026`. */
  readonly children?: ReactNode;
}

/** Status as colour, shape and word. Green is quiet, red is loud. */
export function StatusMark({ status, tone = "quiet", children }: StatusMarkProps) {
  const word = useStatusWord()(status);
  return (
    <span className={styles.mark} data-status={status} data-tone={tone}>
      <svg className={styles.shape} aria-hidden="true" viewBox="0 0 16 16">
        {shapes[status]}
      </svg>
      <span className={tone === "shape" ? "visually-hidden" : styles.word}>{word}</span>
      {children === undefined ? null : <span className={styles.more}>{children}</span>}
    </span>
  );
}
