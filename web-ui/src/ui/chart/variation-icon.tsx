import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import type { Direction } from "./bullet-bar";
import styles from "./variation-icon.module.css";

export type Variation = "COMMON_CAUSE" | "IMPROVEMENT" | "CONCERN" | "NEITHER";
export type Assurance = "PASSES" | "FAILS" | "HIT_OR_MISS";

const variationWords = {
  COMMON_CAUSE: msg`Common cause: the figures vary by chance`,
  IMPROVEMENT: msg`Improvement: the figures changed for a reason, to the better`,
  CONCERN: msg`Concern: the figures changed for a reason, to the worse`,
  NEITHER: msg`Change: the figures changed for a reason, neither better nor worse`,
} as const;

const assuranceWords = {
  PASSES: msg`Passes: the target is met reliably`,
  FAILS: msg`Fails: the target can't be met as things are`,
  HIT_OR_MISS: msg`Hit or miss: the target is met or missed by chance`,
} as const;

/** The variation in words, also while it can't be judged. */
export function useVariationWord(): (variation: Variation | null, pointsMissing: number) => string {
  const { i18n } = useLingui();
  return (variation, pointsMissing) =>
    variation === null ? tooFewWord(i18n, pointsMissing) : i18n._(variationWords[variation]);
}

/** The assurance in words, also while it can't be judged. */
export function useAssuranceWord(): (assurance: Assurance | null) => string {
  const { i18n } = useLingui();
  return (assurance) => (assurance === null ? tooFewWord(i18n, 0) : i18n._(assuranceWords[assurance]));
}

function tooFewWord(i18n: I18n, pointsMissing: number): string {
  return pointsMissing > 0
    ? i18n._(msg`Not judged yet: ${pointsMissing} more points needed`)
    : i18n._(msg`Not judged: too few points or no target`);
}

interface VariationIconProps {
  /** Null while there are too few points to judge. */
  readonly variation: Variation | null;
  /** Tells whether better is up or down. */
  readonly direction: Direction;
  /** How many more points a judgement needs; said when there is none. */
  readonly pointsMissing?: number;
  readonly size?: number;
}

/** Whether the figures change for a reason, in the meaning of the NHS's "Making data count" icons. */
export function VariationIcon({ variation, direction, pointsMissing = 0, size = 24 }: VariationIconProps) {
  const { i18n } = useLingui();
  if (variation === null) return <TooFew pointsMissing={pointsMissing} size={size} />;
  return (
    <Frame kind={variation} label={i18n._(variationWords[variation])} size={size}>
      {variation === "COMMON_CAUSE" ? <Wiggle /> : <Run goes={wayOf(variation, direction)} />}
    </Frame>
  );
}

interface AssuranceIconProps {
  /** Null while there are too few points to judge, or no target. */
  readonly assurance: Assurance | null;
  readonly size?: number;
}

/** Whether the target is met reliably, in the meaning of the NHS's "Making data count" icons. */
export function AssuranceIcon({ assurance, size = 24 }: AssuranceIconProps) {
  const { i18n } = useLingui();
  if (assurance === null) return <TooFew pointsMissing={0} size={size} />;
  return (
    <Frame kind={assurance} label={i18n._(assuranceWords[assurance])} size={size}>
      <path className={styles.aim} d="M5 17.5h14" />
      <text className={styles.letter} x="12" y="14" textAnchor="middle">
        {assurance === "PASSES" ? "P" : assurance === "FAILS" ? "F" : "?"}
      </text>
    </Frame>
  );
}

function wayOf(variation: Variation, direction: Direction): "up" | "down" {
  const betterIsUp = direction !== "LOWER_IS_BETTER";
  return (variation === "CONCERN") === betterIsUp ? "down" : "up";
}

function Frame({ kind, label, size, children }: { kind: string; label: string; size: number; children: ReactNode }) {
  return (
    <svg
      className={styles.icon}
      data-kind={kind}
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox="0 0 24 24"
    >
      <title>{label}</title>
      <circle className={styles.rim} cx="12" cy="12" r="10.5" />
      {children}
    </svg>
  );
}

function Wiggle() {
  return <path className={styles.trace} d="M4.5 13.5 8 9.5l3.2 5 3.4-5.4 3 4.4 2-2" />;
}

function Run({ goes }: { goes: "up" | "down" }) {
  const heights = goes === "up" ? [15.5, 13.2, 10.6, 8] : [8, 10.4, 13, 15.6];
  return (
    <>
      <path
        className={styles.trace}
        d={`M${heights.map((height, index) => `${6.2 + index * 3.9} ${height}`).join("L")}`}
      />
      {heights.map((height, index) => (
        <circle key={height} className={styles.dot} cx={6.2 + index * 3.9} cy={height} r="1.5" />
      ))}
    </>
  );
}

function TooFew({ pointsMissing, size }: { pointsMissing: number; size: number }) {
  const { i18n } = useLingui();
  const label = tooFewWord(i18n, pointsMissing);
  return (
    <svg
      className={styles.icon}
      data-kind="NONE"
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox="0 0 24 24"
    >
      <title>{label}</title>
      <circle className={styles.rim} cx="12" cy="12" r="10.5" />
      <path className={styles.trace} d="M9 12h6" />
    </svg>
  );
}
