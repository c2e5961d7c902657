import { Trans } from "@lingui/react/macro";
import styles from "./live-dot.module.css";

/** Whether the page follows changes as they are made. */
export function LiveDot({ state }: { state: "live" | "reconnecting" | "past" }) {
  return (
    <span className={styles.live} data-state={state} role="status">
      <span className={styles.dot} aria-hidden="true" />
      {state === "live" ? (
        <Trans>Live</Trans>
      ) : state === "reconnecting" ? (
        <Trans>Reconnecting…</Trans>
      ) : (
        <Trans>As it was</Trans>
      )}
    </span>
  );
}
