import type { DateTime } from "~/lib/scalars";

interface KpiView {
  readonly asOf: DateTime | null;
  readonly part: string | undefined;
}

/** Address of a partnership's page, as known at a moment. */
export function partnershipPath(slug: string, asOf: DateTime | null): string {
  return `/p/${slug}${asOf === null ? "" : `?${new URLSearchParams({ asOf })}`}`;
}

/** Address of a KPI's page, opened at one of its parts. */
export function kpiPath(slug: string, kpi: string, { asOf, part }: KpiView): string {
  const search = new URLSearchParams();
  if (asOf !== null) search.set("asOf", asOf);
  if (part !== undefined) search.set("show", part);
  return `/p/${slug}/kpis/${kpi}${search.size === 0 ? "" : `?${search}`}`;
}

/** The moment that an address names; null when it names none. */
export function momentOf(text: string | null): DateTime | null {
  if (text === null) return null;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
