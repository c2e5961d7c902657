import { Trans, useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import { useLocation } from "wouter";
import type { FragmentType } from "~/graphql/fragment-masking";
import { Loading, Skeleton } from "~/ui/state";
import { type PortfolioLineDocument, PortfolioRow } from "./portfolio-line";
import styles from "./portfolio-table.module.css";

type Line = FragmentType<typeof PortfolioLineDocument> & { readonly partnership: { readonly id: string } };

interface PortfolioTableProps {
  readonly lines: readonly Line[];
  readonly searchRef: RefObject<HTMLInputElement | null>;
}

/** The lines. Arrow keys go from one to the next, Home and End to the first and last; Down leads in from the search. */
export function PortfolioTable({ lines, searchRef }: PortfolioTableProps) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const table = useRef<HTMLTableElement>(null);

  const links = (): readonly HTMLElement[] => [
    ...(table.current?.querySelectorAll<HTMLElement>("[data-row-link]") ?? []),
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    const all = links();
    const at = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1;
    const to = destination(event.key, at, all.length);
    if (to === null) return;
    event.preventDefault();
    if (to < 0) searchRef.current?.focus();
    else all[to]?.focus();
  };

  useEffect(() => {
    const input = searchRef.current;
    const intoRows = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      table.current?.querySelector<HTMLElement>("[data-row-link]")?.focus();
    };
    input?.addEventListener("keydown", intoRows);
    return () => input?.removeEventListener("keydown", intoRows);
  }, [searchRef]);

  return (
    <div className={styles.frame}>
      <table ref={table} className={styles.table} onKeyDown={onKeyDown}>
        <caption className="visually-hidden">{t`Partnerships with their goal`}</caption>
        <Head />
        <tbody>
          {lines.map((line) => (
            <PortfolioRow key={line.partnership.id} line={line} onOpen={navigate} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Which row a key leads to; -1 is the search above them, null that the key means nothing here. */
export function destination(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowDown":
      return Math.min(at + 1, count - 1);
    case "ArrowUp":
      return at - 1;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

function Head() {
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.wide}>
          <Trans>Partnership</Trans>
        </th>
        <th scope="col">
          <Trans>Goal</Trans>
        </th>
        <th scope="col" className={styles.measure}>
          <Trans>Measure</Trans>
        </th>
        <th scope="col" data-numeric>
          <Trans>Figure</Trans>
        </th>
        <th scope="col" data-numeric>
          <Trans>Target</Trans>
        </th>
        <th scope="col">
          <Trans>13 periods</Trans>
        </th>
        <th scope="col" className={styles.wide}>
          <Trans>KPIs to look at</Trans>
        </th>
        <th scope="col" data-numeric>
          <Trans comment="Column: reds that nobody has">Unowned</Trans>
        </th>
        <th scope="col" data-numeric>
          <Trans comment="Column: actions past their due date">Overdue</Trans>
        </th>
        <th scope="col" className={styles.pay} data-numeric>
          <Trans comment="Column: what the running period pays">Pays</Trans>
        </th>
        <th scope="col" className={styles.meetings}>
          <Trans>Meetings</Trans>
        </th>
        <th scope="col" className={styles.last} data-numeric>
          <Trans>Last data</Trans>
        </th>
      </tr>
    </thead>
  );
}

const skeletonRows = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

/** As tall as the lines to come, so that nothing jumps. */
export function PortfolioSkeleton() {
  return (
    <Loading>
      <div className={styles.skeleton}>
        {skeletonRows.map((row) => (
          <Skeleton key={row} height="2.4rem" />
        ))}
      </div>
    </Loading>
  );
}
