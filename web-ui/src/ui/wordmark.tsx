import styles from "./wordmark.module.css";

export function Wordmark({ size = "normal" }: { size?: "normal" | "large" }) {
  return (
    <span className={styles.wordmark} data-size={size}>
      <svg aria-hidden="true" viewBox="0 0 32 32">
        <rect width="32" height="32" rx="7" />
        <path d="M6 20h4.5l3-10 4.2 14 3.3-9 1.6 5H26" />
      </svg>
      Drumbeat
    </span>
  );
}
