import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { PayKpisFragment } from "~/graphql/graphql";

export const PayKpisDocument = graphql(`
  fragment PayKpis on Scorecard {
    goal {
      ...PayStanding
    }
    drivers {
      ...PayStanding
    }
    watched {
      ...PayStanding
    }
  }
`);

export const PayStandingDocument = graphql(`
  fragment PayStanding on KpiStanding {
    value
    series
    kpi {
      id
      slug
      displayName
      unit
      currency
      decimals
      direction
    }
  }
`);

type Masked = FragmentType<typeof PayKpisDocument> | null;

/** All KPIs of a page, as they stand. */
export function payKpis(scorecard: Masked) {
  const page: PayKpisFragment | null = readFragment(PayKpisDocument, scorecard);
  if (page === null) return [];
  return [...(page.goal == null ? [] : [page.goal]), ...page.drivers, ...page.watched].map((standing) =>
    readFragment(PayStandingDocument, standing),
  );
}

export function kpiNames(scorecard: Masked): ReadonlyMap<string, string> {
  return new Map(payKpis(scorecard).map(({ kpi }) => [kpi.slug, kpi.displayName]));
}
