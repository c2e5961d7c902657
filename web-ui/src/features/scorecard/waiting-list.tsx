import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { WaitingStandingFragment as Standing } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import { Icon, type IconName } from "~/ui/icons";
import styles from "./waiting-list.module.css";

export const WaitingStandingFragment = graphql(`
  fragment WaitingStanding on KpiStanding {
    kpi {
      id
      slug
      displayName
    }
    stalePeriod
    staleSince
    driftAlarms {
      method
      period
      variation
    }
    contests
  }
`);

interface WaitingListProps {
  readonly standings: readonly FragmentType<typeof WaitingStandingFragment>[];
  readonly hrefOf: (kpiSlug: string, part?: "figures" | "targets" | "notes") => string;
  /** What waits is shown above it already. */
  readonly besides: "proposals" | "nothing";
}

/** What the figures ask for: late ones, contested ones, drift. Nothing is made up to fill the room. */
export function WaitingList({ standings, hrefOf, besides }: WaitingListProps) {
  const format = useFormat();
  const all = standings.map((masked) => readFragment(WaitingStandingFragment, masked));
  const sections: readonly Section[] = [
    {
      key: "late",
      icon: "clock",
      title: <Trans>Late figures</Trans>,
      of: (standing) =>
        standing.stalePeriod == null || standing.staleSince == null ? null : (
          <Trans>
            {format.period(standing.stalePeriod)}, since {format.date(standing.staleSince)}
          </Trans>
        ),
      href: (slug) => hrefOf(slug, "figures"),
    },
    {
      key: "contests",
      icon: "warning",
      title: <Trans>Contested figures</Trans>,
      of: ({ contests: count }) => (count === 0 ? null : <Plural value={count} one="# contest" other="# contests" />),
      href: (slug) => hrefOf(slug, "notes"),
    },
    {
      key: "drift",
      icon: "chart",
      title: <Trans>Drifting</Trans>,
      of: ({ driftAlarms }) => {
        const first = driftAlarms[0];
        if (first === undefined) return null;
        const since = format.period(first.period);
        return first.variation === "IMPROVEMENT" ? (
          <Trans>to the better since {since}</Trans>
        ) : first.variation === "CONCERN" ? (
          <Trans>to the worse since {since}</Trans>
        ) : (
          <Trans>since {since}</Trans>
        );
      },
      href: (slug) => hrefOf(slug),
    },
  ];
  const filled = sections
    .map((section) => ({ section, found: all.filter((standing) => section.of(standing) !== null) }))
    .filter(({ found }) => found.length > 0);

  if (filled.length === 0 && besides === "proposals") return null;
  if (filled.length === 0) {
    return (
      <p className={styles.nothing}>
        <Trans>Nothing waits: no late figure, no open proposal, nothing contested.</Trans>
      </p>
    );
  }
  return (
    <div className={styles.sections}>
      {filled.map(({ section, found }) => (
        <section key={section.key} data-kind={section.key}>
          <h3 className={styles.title}>
            <Icon name={section.icon} size={14} />
            {section.title}
          </h3>
          <ul>
            {found.map((standing) => (
              <li key={standing.kpi.id}>
                <Link href={section.href(standing.kpi.slug)}>{standing.kpi.displayName}</Link>
                <span>{section.of(standing)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface Section {
  readonly key: string;
  readonly icon: IconName;
  readonly title: ReactNode;
  /** What is to be said of a KPI under this title; null when nothing is. */
  readonly of: (standing: Standing) => ReactNode;
  readonly href: (kpiSlug: string) => string;
}
