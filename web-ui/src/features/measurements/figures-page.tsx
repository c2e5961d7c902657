import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Frequency } from "~/graphql/graphql";
import { EmptyState, ErrorState, Loading, Skeleton } from "~/ui/state";
import { FigureGrid } from "./figure-grid";
import styles from "./figures-page.module.css";
import { type Sheet, useSheet } from "./sheet";

interface FiguresPageProps {
  readonly slug: string;
  /** Grows with every change that was told of. */
  readonly changes: number;
  /** Said when there is no such partnership. */
  readonly absent: ReactNode;
}

/** All figures of a partnership as a table, to be filled like a spreadsheet. */
export function FiguresPage({ slug, changes, absent }: FiguresPageProps) {
  const reading = useSheet(slug, changes);
  switch (reading.kind) {
    case "loading":
      return (
        <Loading>
          <Skeleton width="16rem" height="2rem" />
          <Skeleton height="20rem" />
        </Loading>
      );
    case "absent":
      return absent;
    case "unreachable":
      return (
        <ErrorState stands="page" title={<Trans>The figures can't be read</Trans>} onRetry={reading.retry}>
          <Trans>KPIs did not answer. Nothing you typed is lost.</Trans>
        </ErrorState>
      );
    case "read":
      return <Figures slug={slug} sheet={reading.sheet} />;
  }
}

const byLength: readonly Frequency[] = ["DAILY", "WEEKLY", "MONTHLY", "QUARTERLY"];

function Figures({ slug, sheet }: { slug: string; sheet: Sheet }) {
  const { t } = useLingui();
  const frequencies = byLength.filter((frequency) => sheet.kpis.some((kpi) => kpi.frequency === frequency));
  return (
    <div className={styles.page}>
      <title>{`${t`Figures`} · ${sheet.partnership} · Drumbeat`}</title>
      <header className={styles.header}>
        <p className={styles.crumbs}>
          <Link href={`/p/${slug}`}>{sheet.partnership}</Link>
        </p>
        <h1>
          <Trans>Figures</Trans>
        </h1>
        <p className={styles.links}>
          {sheet.mayRecord === "yes" ? (
            <Link href={`/p/${slug}/import`}>
              <Trans>Import a file</Trans>
            </Link>
          ) : null}
          <a href={`/api/partnerships/${slug}/measurements.csv`} download>
            <Trans>Download all figures (CSV)</Trans>
          </a>
        </p>
      </header>
      {frequencies.length === 0 ? (
        <EmptyState title={<Trans>Nothing is measured yet</Trans>}>
          <Trans>Figures can be recorded as soon as the page has a KPI.</Trans>
        </EmptyState>
      ) : (
        frequencies.map((frequency) => <FigureGrid key={frequency} slug={slug} sheet={sheet} frequency={frequency} />)
      )}
    </div>
  );
}
