import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { PortfolioLineFragment } from "~/graphql/graphql";
import { useNow } from "~/lib/clock";
import { useFormat } from "~/lib/format";
import type { DateTime } from "~/lib/scalars";
import { Sparkline } from "~/ui/chart/sparkline";
import { HealthDots } from "~/ui/health-dots";
import { StatusMark, useStatusWord } from "~/ui/status-mark";
import styles from "./portfolio-line.module.css";

export const PortfolioLineDocument = graphql(`
  fragment PortfolioLine on PortfolioLine {
    state
    redCount
    amberCount
    staleCount
    openEpisodeCount
    lastDataAt
    actionCounts {
      open
      unowned
      overdue
      marked
    }
    projectedPay {
      live
      amount {
        amount
        currency
      }
      change {
        amount
        currency
      }
      disputedLines
    }
    partnership {
      id
      slug
      displayName
      partner {
        id
        displayName
      }
    }
    cadence {
      health {
        held
        planned
        starving
        dots {
          week
          outcome
        }
      }
    }
    goal {
      status
      period
      value
      target {
        value
        upperValue
      }
      stalePeriod
      series
      openEpisode {
        id
        firstPeriod
      }
      kpi {
        id
        displayName
        unit
        currency
        decimals
      }
    }
  }
`);

/** One partnership at a glance: its name leads to its page, and so does a press anywhere on the row. */
export function PortfolioRow({
  line: masked,
  onOpen,
}: {
  line: FragmentType<typeof PortfolioLineDocument>;
  onOpen: (path: string) => void;
}) {
  const line = readFragment(PortfolioLineDocument, masked);
  const { partnership, goal } = line;
  const path = `/p/${partnership.slug}`;
  return (
    <tr
      className={styles.row}
      data-status={goal?.status ?? "NO_DATA"}
      onClick={(event) => {
        // The name is a real link, and a selection is no press.
        if (event.target instanceof HTMLAnchorElement || getSelection()?.type === "Range") return;
        onOpen(path);
      }}
    >
      <th scope="row" className={styles.name}>
        <Link href={path} data-row-link>
          {partnership.displayName}
        </Link>
        {/* Most partnerships are named after the partner; then once is enough. */}
        {partnership.partner.displayName === partnership.displayName ? null : (
          <small>{partnership.partner.displayName}</small>
        )}
      </th>
      {goal && line.state === "PUBLISHED" ? <Goal goal={goal} /> : <Draft />}
      <td className={styles.counts}>
        <Counts line={line} />
      </td>
      <ActionCells line={line} />
      <ProjectedPay lines={line.projectedPay ?? null} />
      <td className={styles.meetings}>
        <Meetings cadence={line.cadence ?? null} />
      </td>
      <td className={styles.last} data-numeric>
        <LastData at={line.lastDataAt} />
      </td>
    </tr>
  );
}

function Goal({ goal }: { goal: NonNullable<PortfolioLineFragment["goal"]> }) {
  const { t } = useLingui();
  const format = useFormat();
  const word = useStatusWord();
  const { kpi, target } = goal;
  const figure = format.figure(goal.value, kpi);
  const bounds = target ? [target.value, target.upperValue].filter((bound) => bound !== null) : [];
  return (
    <>
      <td className={styles.status}>
        <StatusMark status={goal.status} />
        <small>
          <Since goal={goal} />
        </small>
      </td>
      <td className={styles.goal}>
        {kpi.displayName}
        <small>{goal.period === null ? null : format.period(goal.period)}</small>
      </td>
      <td className={styles.value} data-numeric>
        {figure}
      </td>
      <td className={styles.target} data-numeric>
        {bounds.map((bound) => format.number(bound, kpi)).join(" … ") || "–"}
      </td>
      <td className={styles.trend}>
        <Sparkline
          series={goal.series}
          label={t`${kpi.displayName}, last periods: now ${figure}, ${word(goal.status)}`}
        />
      </td>
    </>
  );
}

/** How long it has been so: what a reader asks next when something is red or late. */
function Since({ goal }: { goal: NonNullable<PortfolioLineFragment["goal"]> }) {
  const format = useFormat();
  if (goal.status === "RED" && goal.openEpisode)
    return <Trans>since {format.period(goal.openEpisode.firstPeriod)}</Trans>;
  if (goal.status === "STALE" && goal.stalePeriod !== null)
    return <Trans>{format.period(goal.stalePeriod)} missing</Trans>;
  return null;
}

function Draft() {
  return (
    <td className={styles.draft} colSpan={5}>
      <Trans>Draft: not published yet</Trans>
    </td>
  );
}

function Counts({ line }: { line: Pick<PortfolioLineFragment, "redCount" | "amberCount" | "staleCount"> }) {
  const { redCount, amberCount, staleCount } = line;
  if (redCount + amberCount + staleCount === 0) {
    return (
      <span className={styles.none}>
        <Trans>none</Trans>
      </span>
    );
  }
  return (
    <ul className={styles.list}>
      {redCount > 0 ? (
        <li data-status="RED">
          <Plural value={redCount} one="# red" other="# red" />
        </li>
      ) : null}
      {amberCount > 0 ? (
        <li data-status="AMBER">
          <Plural value={amberCount} one="# amber" other="# amber" />
        </li>
      ) : null}
      {staleCount > 0 ? (
        <li data-status="STALE">
          <Plural value={staleCount} one="# stale" other="# stale" />
        </li>
      ) : null}
    </ul>
  );
}

/** Reds that nobody has, and actions past their due date: nothing is quiet, anything is loud. */
function ActionCells({ line }: { line: Pick<PortfolioLineFragment, "actionCounts"> }) {
  const counts = line.actionCounts ?? null;
  if (counts === null) {
    return (
      <td className={styles.actions} colSpan={2} data-numeric>
        <span className={styles.none}>
          <Trans>not known</Trans>
        </span>
      </td>
    );
  }
  return (
    <>
      <td className={styles.actions} data-numeric data-loud={counts.unowned > 0 ? "" : undefined}>
        <Plural value={counts.unowned} _0="–" one="# unowned" other="# unowned" />
      </td>
      <td className={styles.actions} data-numeric data-loud={counts.overdue > 0 ? "" : undefined}>
        <Plural value={counts.overdue} _0="–" one="# overdue" other="# overdue" />
        {counts.marked ? (
          <small>
            <Trans>by 7 days or more</Trans>
          </small>
        ) : null}
      </td>
    </>
  );
}

/** What the running settlement period pays as things stand; empty for those who may not read money. */
function ProjectedPay({ lines }: { lines: PortfolioLineFragment["projectedPay"] | null }) {
  const format = useFormat();
  const whole = (currency: string) => ({ unit: "MONEY", decimals: 0, currency }) as const;
  return (
    <td className={styles.pay} data-numeric>
      {lines?.map(({ live, amount, change, disputedLines }) => (
        <span key={amount.currency} data-stale={live ? undefined : ""}>
          {format.figure(amount.amount, whole(amount.currency))}
          <small>
            {change == null ? null : format.change(change.amount, whole(change.currency))}
            {disputedLines === 0 ? null : (
              <>
                {" "}
                <Trans>disputed</Trans>
              </>
            )}
          </small>
        </span>
      ))}
    </td>
  );
}

function Meetings({ cadence }: { cadence: PortfolioLineFragment["cadence"] | undefined }) {
  if (cadence == null) return <>–</>;
  const { dots, starving, held, planned } = cadence.health;
  return (
    <>
      <HealthDots dots={dots} size="small" />
      {starving ? (
        <strong className={styles.starving}>
          <Trans>STARVING</Trans>
        </strong>
      ) : planned === 0 ? null : (
        <small>
          <Trans>
            {held} of {planned} held
          </Trans>
        </small>
      )}
    </>
  );
}

function LastData({ at }: { at: DateTime | null }) {
  const format = useFormat();
  const now = useNow();
  if (at === null) return <Trans>never</Trans>;
  return (
    <time dateTime={at} title={format.moment(at)}>
      {format.day(at, now)}
    </time>
  );
}
