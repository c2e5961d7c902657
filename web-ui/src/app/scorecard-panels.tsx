import { RaciGaps, type RaciGapsDocument } from "~/features/raci/raci-gaps";
import type { FragmentType } from "~/graphql/fragment-masking";

interface ScorecardPanelsProps {
  readonly slug: string;
  readonly today: string;
  /** Null while actions can't be reached and nothing is known, and of the past. */
  readonly raci: FragmentType<typeof RaciGapsDocument> | null;
}

/** The right column of a partnership's page: one panel per feature, one line each, in the order they are read. */
export function ScorecardPanels({ slug, today, raci }: ScorecardPanelsProps) {
  return <>{raci === null ? null : <RaciGaps slug={slug} raci={raci} today={today} />}</>;
}
