import type { ReactNode } from "react";
import { useAgain } from "~/lib/again";
import styles from "./away-line.module.css";

interface AwayLineProps {
  readonly children: ReactNode;
  /** Reads again, by itself every few seconds while this is shown. */
  readonly onRetry: () => void;
}

/** One line in the place of something small that can't be read; gone by itself when it can. */
export function AwayLine({ children, onRetry }: AwayLineProps) {
  useAgain(onRetry);
  return (
    <p className={styles.line} role="status">
      {children}
    </p>
  );
}
