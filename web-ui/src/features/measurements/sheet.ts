import { useEffect, useEffectEvent } from "react";
import { useQuery } from "urql";
import { readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { FigureSheetQuery as Answer, SheetFigureFragment, SheetKpiFragment } from "~/graphql/graphql";
import { useLastKnown } from "~/lib/last-known";
import { useCoalesced } from "~/lib/live";
import type { Period } from "~/lib/scalars";
import { dateIn } from "~/lib/zone";

export const SheetKpiDocument = graphql(`
  fragment SheetKpi on Kpi {
    id
    slug
    displayName
    unit
    currency
    decimals
    frequency
    aggregation
    rolledFrom
  }
`);

export const SheetFigureDocument = graphql(`
  fragment SheetFigure on Measurement {
    id
    kpiSlug
    period
    revision
    value
    numerator
    denominator
    noActivity
    status
    current
  }
`);

const FigureSheetQuery = graphql(`
  query FigureSheet($slug: String!) {
    partnership(slug: $slug) {
      id
      displayName
      timeZone
      viewerMay
      scorecard(periods: 1) {
        live
        goal {
          kpi {
            ...SheetKpi
          }
        }
        drivers {
          kpi {
            ...SheetKpi
          }
        }
        watched {
          kpi {
            ...SheetKpi
          }
        }
      }
      measurements(first: 100) {
        nodes {
          ...SheetFigure
        }
      }
    }
  }
`);

export type SheetKpi = SheetKpiFragment;
export type SheetFigure = SheetFigureFragment;

/** The KPIs of a partnership and their latest current figures, for filling in what is missing. */
export interface Sheet {
  readonly partnership: string;
  readonly timeZone: string;
  /** Today in the partnership's zone. */
  readonly today: string;
  readonly mayRecord: "yes" | "no";
  readonly mayCorrect: "yes" | "no";
  /** In page order, those that are computed included. */
  readonly kpis: readonly SheetKpi[];
  readonly figureOf: (kpi: string, period: Period) => SheetFigure | undefined;
  /** Periods of a KPI that have a figure. */
  readonly knownOf: (kpi: string) => ReadonlySet<Period>;
}

export type SheetReading =
  | { readonly kind: "loading" }
  | { readonly kind: "unreachable"; readonly retry: () => void }
  | { readonly kind: "absent" }
  | { readonly kind: "read"; readonly sheet: Sheet };

/**
 * @param changes grows with every change that was told of, so that the sheet is read again; while that fails the sheet stays
 */
export function useSheet(slug: string, changes = 0): SheetReading {
  const [{ data, fetching, stale, error }, read] = useQuery({ query: FigureSheetQuery, variables: { slug } });
  const retry = () => read({ requestPolicy: "network-only" });
  const changed = useEffectEvent(useCoalesced(retry, { fetching, stale }));
  useEffect(() => {
    if (changes > 0) changed();
  }, [changes]);

  const partnership = data?.partnership;
  const complete = partnership?.scorecard == null || partnership.measurements == null ? null : partnership;
  const { shown } = useLastKnown({
    now: complete,
    of: slug,
    reading: error || partnership != null ? "failed" : "fine",
  });
  if (shown !== null) return { kind: "read", sheet: sheetOf(shown) };
  if (fetching) return { kind: "loading" };
  return error || partnership != null ? { kind: "unreachable", retry } : { kind: "absent" };
}

type PartnershipAnswer = NonNullable<Answer["partnership"]>;

function sheetOf({ displayName, timeZone, viewerMay, scorecard, measurements }: PartnershipAnswer): Sheet {
  const { goal = null, drivers = [], watched = [] } = scorecard ?? {};
  const standings = [...(goal === null ? [] : [goal]), ...drivers, ...watched];
  const figures = new Map<string, Map<Period, SheetFigure>>();
  for (const masked of measurements?.nodes ?? []) {
    const figure = readFragment(SheetFigureDocument, masked);
    if (!figure.current) continue;
    const ofKpi = figures.get(figure.kpiSlug) ?? new Map<Period, SheetFigure>();
    figures.set(figure.kpiSlug, ofKpi.set(figure.period, figure));
  }
  return {
    partnership: displayName,
    timeZone,
    today: dateIn(timeZone, new Date()),
    mayRecord: viewerMay.includes("RECORD_MEASUREMENTS") ? "yes" : "no",
    mayCorrect: viewerMay.includes("PROPOSE_CORRECTION") ? "yes" : "no",
    kpis: standings.map(({ kpi }) => readFragment(SheetKpiDocument, kpi)),
    figureOf: (kpi, period) => figures.get(kpi)?.get(period),
    knownOf: (kpi) => new Set(figures.get(kpi)?.keys()),
  };
}
