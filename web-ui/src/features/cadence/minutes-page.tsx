import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { Link } from "wouter";
import { useFormat } from "~/lib/format";
import { Button } from "~/ui/button";
import { EmptyState, ErrorState, Loading, Skeleton } from "~/ui/state";
import { MinutesAgenda } from "./minutes-agenda";
import { Commitments, Decisions, Present } from "./minutes-outcomes";
import styles from "./minutes-page.module.css";
import { type Frozen, MinutesQuery } from "./minutes-query";
import { MinutesScorecard } from "./minutes-scorecard";

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
      <MinutesAgenda meeting={meeting} />
      <MinutesScorecard minutes={minutes} format={format} />
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
