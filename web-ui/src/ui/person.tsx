import styles from "./person.module.css";

/** Who it is, by initials and name, and for which side they stand. */
export function Person({ name, company, side }: { name: string; company?: string; side?: "OWNER" | "PARTNER" | null }) {
  return (
    <span className={styles.person}>
      <span className={styles.face} data-side={side ?? "NONE"} aria-hidden="true">
        {initials(name)}
      </span>
      <span className={styles.words}>
        <span>{name}</span>
        {company === undefined ? null : <small>{company}</small>}
      </span>
    </span>
  );
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? "")][0] ?? "";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toLocaleUpperCase();
}
