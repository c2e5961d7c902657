import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import { useNow } from "~/lib/clock";
import { useFormat } from "~/lib/format";
import type { DateTime, Period } from "~/lib/scalars";
import { Icon } from "~/ui/icons";
import { LiveDot } from "~/ui/live-dot";
import { AsOfPicker } from "./as-of-picker";
import styles from "./scorecard-header.module.css";

export const ScorecardHeaderFragment = graphql(`
  fragment ScorecardHeader on Partnership {
    id
    slug
    displayName
    timeZone
    dataNotice
    owner {
      id
      displayName
    }
    partner {
      id
      displayName
    }
  }
`);

interface ScorecardHeaderProps {
  readonly partnership: FragmentType<typeof ScorecardHeaderFragment>;
  /** Null while the page itself isn't known. */
  readonly page: {
    readonly state: "DRAFT" | "PUBLISHED";
    readonly period: Period | null;
    readonly lastDataAt: DateTime | null;
  } | null;
  readonly live: "live" | "reconnecting" | "past";
  readonly asOf: DateTime | null;
  readonly onAsOf: (asOf: DateTime | null) => void;
  /** What can be done from the page. */
  readonly actions?: ReactNode;
  readonly nextMeeting?: ReactNode;
}

/** Whose page it is, of which period, and how current. */
export function ScorecardHeader(props: ScorecardHeaderProps) {
  const { partnership: masked, page, live, asOf, onAsOf, actions, nextMeeting } = props;
  const partnership = readFragment(ScorecardHeaderFragment, masked);
  const format = useFormat(partnership.timeZone);
  const now = useNow();
  return (
    <header className={styles.header}>
      <div className={styles.title}>
        <h1>{partnership.displayName}</h1>
        <p className={styles.companies}>
          <span>
            {partnership.owner.displayName}{" "}
            <small>
              <Trans comment="Side of a partnership, after the company's name">owner</Trans>
            </small>
          </span>
          <span>
            {partnership.partner.displayName}{" "}
            <small>
              <Trans comment="Side of a partnership, after the company's name">partner</Trans>
            </small>
          </span>
        </p>
      </div>
      <div className={styles.tools} data-print="hide">
        <AsOfPicker key={asOf ?? "now"} asOf={asOf} onChange={onAsOf} timeZone={partnership.timeZone} />
        {actions}
      </div>
      <ul className={styles.facts}>
        {page?.period == null ? null : (
          <li>
            <strong>{format.periodLong(page.period)}</strong>
          </li>
        )}
        {page === null ? null : (
          <li data-state={page.state}>{page.state === "DRAFT" ? <Trans>Draft</Trans> : <Trans>Published</Trans>}</li>
        )}
        {page?.lastDataAt == null ? null : (
          <li>
            <Trans>Last figure {format.when(page.lastDataAt, now)}</Trans>
          </li>
        )}
        {nextMeeting == null ? null : <li>{nextMeeting}</li>}
        {asOf === null ? null : (
          <li className={styles.printed}>
            <Trans>As known on {format.moment(asOf)}</Trans>
          </li>
        )}
        <li className={styles.printed}>
          <Trans>Printed {format.moment(now)}</Trans>
        </li>
        <li data-print="hide">
          <LiveDot state={live} />
        </li>
      </ul>
      {partnership.dataNotice == null ? null : <Notice text={partnership.dataNotice} />}
    </header>
  );
}

/** Where the figures come from: its first sentence, and the rest for whoever wants to know more. */
function Notice({ text }: { text: string }) {
  const end = text.indexOf(". ") + 1;
  const first = end === 0 ? text : text.slice(0, end);
  const rest = end === 0 ? "" : text.slice(end).trim();
  if (rest === "") {
    return (
      <p className={styles.notice}>
        <Icon name="info" size={14} /> {first}
      </p>
    );
  }
  return (
    <details className={styles.notice}>
      <summary>
        <Icon name="info" size={14} /> {first}{" "}
        <span className={styles.more} data-print="hide">
          <Trans comment="Opens the rest of a remark">More</Trans>
        </span>
      </summary>
      <p>{rest}</p>
    </details>
  );
}
