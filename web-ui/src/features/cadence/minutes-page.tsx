import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { Link } from "wouter";
import { graphql } from "~/graphql/gql";
import type { MinutesQuery as Answer } from "~/graphql/graphql";
import { type Format, useFormat } from "~/lib/format";
import { Button } from "~/ui/button";
import { EmptyState, ErrorState, Loading, Skeleton } from "~/ui/state";
import { StatusMark } from "~/ui/status-mark";
import table from "~/ui/table.module.css";
import { useItemWord } from "./meeting-words";
import styles from "./minutes-page.module.css";
import { clockOf } from "./timer";

const MinutesQuery = graphql(`
  query Minutes($slug: String!, $meeting: String!) {
    partnership(slug: $slug) {
      id
      displayName
      minutes(meeting: $meeting) {
        scorecardSeenAt
        frozenAt
        fingerprint
        frozenBy {
          displayName
        }
        scorecard {
          kpiSlug
          displayName
          period
          value
          target
          status
          unit
          decimals
        }
        meeting {
          id
          seriesDisplayName
          startsAt
          startedAt
          endedAt
          timeZone
          bothSidesPresent
          recordedAfterwards
          unresolvedReason
          nextStart
          attendances {
            person {
              slug
              displayName
              side
              companyDisplayName
            }
          }
          items {
            itemId
            kind
            title
            state
            reason
            note
            spentSeconds
          }
          decisions {
            decisionId
            itemId
            what
            why
            decidedBy {
              slug
              displayName
            }
          }
          commitments {
            id
            text
            dueDate
            owner {
              displayName
              companyDisplayName
            }
          }
        }
      }
    }
  }
`);

type Frozen = NonNullable<NonNullable<Answer["partnership"]>["minutes"]>;

/** `/p/:slug/meetings/:meeting/minutes`: what both sides saw, agreed and took away; made for paper too. */
export function MinutesPage({ slug, meeting }: { slug: string; meeting: string }) {
  const { t } = useLingui();
  const [{ data, error, fetching }, read] = useQuery({ query: MinutesQuery, variables: { slug, meeting } });
  const minutes = data?.partnership?.minutes ?? null;
  const back = (
    <Link href={`/p/${slug}/meetings/${meeting}`}>
      <Trans>The meeting</Trans>
    </Link>
  );
  if (minutes === null) {
    if (fetching && !error) {
      return (
        <Loading>
          <Skeleton width="20rem" height="2rem" />
          <Skeleton height="24rem" />
        </Loading>
      );
    }
    if (error) {
      return (
        <ErrorState
          stands="page"
          title={<Trans>The minutes can't be read</Trans>}
          onRetry={() => read({ requestPolicy: "network-only" })}
          action={back}
        >
          <Trans>Meetings did not answer. Minutes never change; they are safe.</Trans>
        </ErrorState>
      );
    }
    return (
      <EmptyState stands="page" title={<Trans>There are no minutes yet</Trans>} action={back}>
        <Trans>They are frozen when the meeting ends.</Trans>
      </EmptyState>
    );
  }
  return (
    <>
      <title>{`${t`Minutes`} · ${minutes.meeting.seriesDisplayName} · Drumbeat`}</title>
      <Sheet slug={slug} meeting={meeting} partnership={data?.partnership?.displayName ?? slug} minutes={minutes} />
    </>
  );
}

interface SheetProps {
  readonly slug: string;
  readonly meeting: string;
  readonly partnership: string;
  readonly minutes: Frozen;
}

function Sheet({ slug, meeting: meetingSlug, partnership, minutes }: SheetProps) {
  const { i18n } = useLingui();
  const { meeting } = minutes;
  const format = useFormat(meeting.timeZone);
  const file = (kind: "md" | "csv") =>
    location.assign(`/api/partnerships/${slug}/meetings/${meetingSlug}/minutes.${kind}?language=${i18n.locale}`);
  return (
    <article className={styles.sheet}>
      <header className={styles.head}>
        <p className={styles.crumbs} data-print="hide">
          <Link href={`/p/${slug}`}>{partnership}</Link>
          <Link href={`/p/${slug}/meetings`}>
            <Trans>All meetings</Trans>
          </Link>
        </p>
        <h1>
          <span className={styles.kicker}>
            <Trans>Minutes</Trans>
          </span>{" "}
          {meeting.seriesDisplayName} <small>{partnership}</small>
        </h1>
        <p className={styles.when}>
          {format.moment(meeting.startedAt ?? meeting.startsAt)}
          {meeting.endedAt === null ? null : ` – ${format.time(meeting.endedAt)}`} {meeting.timeZone}
        </p>
        <div className={styles.tools} data-print="hide">
          <Button icon="download" onPress={() => file("md")}>
            <Trans>Markdown</Trans>
          </Button>
          <Button icon="download" onPress={() => file("csv")}>
            CSV
          </Button>
          <Button icon="print" onPress={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
        </div>
      </header>
      <Present meeting={meeting} />
      <Decisions meeting={meeting} />
      <Commitments meeting={meeting} format={format} />
      <Agenda meeting={meeting} />
      <Scorecard minutes={minutes} format={format} />
      <footer className={styles.foot}>
        <p>
          <Trans>
            Frozen {format.moment(minutes.frozenAt)} by {minutes.frozenBy.displayName}.
          </Trans>{" "}
          {meeting.recordedAfterwards ? <Trans>Recorded afterwards.</Trans> : null}{" "}
          {meeting.nextStart === null ? null : <Trans>Next: {format.moment(meeting.nextStart)}.</Trans>}
        </p>
        <p className={styles.fingerprint}>
          <Trans>Fingerprint {minutes.fingerprint.slice(0, 16)}</Trans>
        </p>
      </footer>
    </article>
  );
}

function Present({ meeting }: { meeting: Frozen["meeting"] }) {
  const companies = new Map<string, string[]>();
  for (const { person } of meeting.attendances) {
    companies.set(person.companyDisplayName, [...(companies.get(person.companyDisplayName) ?? []), person.displayName]);
  }
  return (
    <section>
      <h2>
        <Trans>There</Trans>
      </h2>
      {companies.size === 0 ? (
        <p>
          <Trans>Nobody.</Trans>
        </p>
      ) : (
        <ul className={styles.present}>
          {[...companies].map(([company, names]) => (
            <li key={company}>
              <b>{company}:</b> {[...new Set(names)].join(", ")}
            </li>
          ))}
        </ul>
      )}
      {meeting.bothSidesPresent ? null : (
        <p className={styles.warning}>
          <Trans>Only one side was there.</Trans>
        </p>
      )}
    </section>
  );
}

function Decisions({ meeting: { decisions, items } }: { meeting: Frozen["meeting"] }) {
  const titles = new Map(items.map(({ itemId, title }) => [itemId, title]));
  return (
    <section>
      <h2>
        <Plural value={decisions.length} one="# decision" other="# decisions" />
      </h2>
      <ol className={styles.list}>
        {decisions.map((decision) => (
          <li key={decision.decisionId}>
            <strong>{decision.what}</strong>
            {decision.why === null ? null : <span>{decision.why}</span>}
            <small>
              {decision.decidedBy.map(({ displayName }) => displayName).join(", ")}
              {decision.itemId === null ? null : ` · ${titles.get(decision.itemId) ?? ""}`}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Commitments({ meeting: { commitments }, format }: { meeting: Frozen["meeting"]; format: Format }) {
  return (
    <section>
      <h2>
        <Plural value={commitments.length} one="# commitment" other="# commitments" />
      </h2>
      <ol className={styles.list}>
        {commitments.map((commitment) => (
          <li key={commitment.id}>
            <strong>{commitment.text}</strong>
            <small>
              {commitment.owner.displayName}, {commitment.owner.companyDisplayName} ·{" "}
              <Trans>until {format.date(`${commitment.dueDate}T12:00:00Z`)}</Trans>
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Agenda({ meeting: { items, unresolvedReason } }: { meeting: Frozen["meeting"] }) {
  const { t } = useLingui();
  const word = useItemWord();
  const outcome = {
    OPEN: t`back next time`,
    DONE: t`done`,
    CARRIED_OVER: t`back next time`,
    DROPPED: t`dropped`,
  } as const;
  return (
    <section className={styles.wide}>
      <h2>
        <Trans>Agenda</Trans>
      </h2>
      {unresolvedReason === null ? null : (
        <p className={styles.warning}>
          <Trans>Reds left open: {unresolvedReason}</Trans>
        </p>
      )}
      <div className={styles.scroll}>
        <table className={table.table}>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">
                <Trans>Item</Trans>
              </th>
              <th scope="col">
                <Trans>What was said</Trans>
              </th>
              <th scope="col">
                <Trans>Outcome</Trans>
              </th>
              <th scope="col">
                <Trans>Time</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.itemId}>
                <th scope="row">
                  {item.title}
                  <small>{word(item.kind)}</small>
                </th>
                <td className={styles.said}>{[item.note, item.reason].filter(Boolean).join(" — ")}</td>
                <td>{outcome[item.state]}</td>
                <td data-numeric>{item.spentSeconds === 0 ? null : clockOf(item.spentSeconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Scorecard({ minutes, format }: { minutes: Frozen; format: Format }) {
  if (minutes.scorecard.length === 0) {
    return (
      <section className={styles.wide}>
        <p className={styles.warning}>
          <Trans>The scorecard could not be reached during this meeting.</Trans>
        </p>
      </section>
    );
  }
  return (
    <section className={styles.wide}>
      <h2>
        {minutes.scorecardSeenAt === null ? (
          <Trans>The scorecard as seen</Trans>
        ) : (
          <Trans>The scorecard as seen {format.moment(minutes.scorecardSeenAt)}</Trans>
        )}
      </h2>
      <div className={styles.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>KPI</Trans>
              </th>
              <th scope="col">
                <Trans>Status</Trans>
              </th>
              <th scope="col" data-numeric>
                <Trans>Value</Trans>
              </th>
              <th scope="col" data-numeric>
                <Trans>Target</Trans>
              </th>
              <th scope="col">
                <Trans>Period</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {minutes.scorecard.map((seen) => {
              const measure = { unit: seen.unit ?? ("RATIO" as const), decimals: seen.decimals };
              return (
                <tr key={seen.kpiSlug}>
                  <th scope="row">{seen.displayName}</th>
                  <td>
                    <StatusMark status={seen.status} />
                  </td>
                  <td data-numeric>{format.figure(seen.value, measure)}</td>
                  <td data-numeric>{seen.target === null ? null : format.figure(seen.target, measure)}</td>
                  <td>{seen.period === null ? null : format.period(seen.period)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
