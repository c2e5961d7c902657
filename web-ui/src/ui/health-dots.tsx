import { Trans, useLingui } from "@lingui/react/macro";
import { useFormat } from "~/lib/format";
import type { Period } from "~/lib/scalars";
import styles from "./health-dots.module.css";

export interface Dot {
  readonly week: Period;
  readonly outcome: "NONE" | "HELD" | "ONE_SIDED" | "MISSED";
}

interface HealthDotsProps {
  /** Weeks, oldest first. */
  readonly dots: readonly Dot[];
  readonly size?: "normal" | "small";
}

/** How regularly something was held, one mark per week: full for held, half for one side only, a cross for missed. */
export function HealthDots({ dots, size = "normal" }: HealthDotsProps) {
  const { t } = useLingui();
  const format = useFormat();
  const word = {
    NONE: t`none planned`,
    HELD: t`held`,
    ONE_SIDED: t`one side only`,
    MISSED: t`missed`,
  } as const;
  const held = dots.filter(({ outcome }) => outcome === "HELD").length;
  const missed = dots.filter(({ outcome }) => outcome === "MISSED").length;
  return (
    <span className={styles.dots} data-size={size}>
      <span className="visually-hidden">
        <Trans>
          Last {dots.length} weeks: {held} held, {missed} missed.
        </Trans>{" "}
        {dots.map(({ week, outcome }) => `${format.period(week)} ${word[outcome]}`).join(", ")}
      </span>
      {dots.map(({ week, outcome }) => (
        <svg
          key={week}
          viewBox="0 0 10 10"
          className={styles.dot}
          data-outcome={outcome}
          aria-hidden="true"
          focusable="false"
        >
          <title>{`${format.period(week)}: ${word[outcome]}`}</title>
          <Mark outcome={outcome} />
        </svg>
      ))}
    </span>
  );
}

function Mark({ outcome }: { outcome: Dot["outcome"] }) {
  switch (outcome) {
    case "HELD":
      return <circle cx="5" cy="5" r="4" />;
    case "ONE_SIDED":
      return (
        <>
          <circle cx="5" cy="5" r="3.4" fill="none" />
          <path d="M5 1.6a3.4 3.4 0 0 0 0 6.8z" />
        </>
      );
    case "MISSED":
      return <path d="m1.8 1.8 6.4 6.4m0-6.4-6.4 6.4" />;
    case "NONE":
      return <circle cx="5" cy="5" r="1.2" />;
  }
}
