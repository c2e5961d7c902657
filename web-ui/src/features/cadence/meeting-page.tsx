import { Trans } from "@lingui/react/macro";
import { useQuery } from "urql";
import { Link } from "wouter";
import { useLastKnown } from "~/lib/last-known";
import { EmptyState, ErrorState, Loading, Skeleton } from "~/ui/state";
import { useCadenceChanges } from "./cadence-changes";
import { MeetingQuery } from "./meeting-query";
import { MeetingRoom } from "./meeting-room";

interface MeetingPageProps {
  readonly slug: string;
  readonly meeting: string;
}

/** `/p/:slug/meetings/:meeting`: the meeting run from the page, by both companies at once. */
export function MeetingPage({ slug, meeting: meetingSlug }: MeetingPageProps) {
  const [{ data, error, fetching, stale }, read] = useQuery({
    query: MeetingQuery,
    variables: { slug, meeting: meetingSlug },
  });
  const again = () => read({ requestPolicy: "network-only" });
  const liveness = useCadenceChanges([slug], again, { fetching, stale });
  const { shown, knownAt } = useLastKnown({
    now: data?.partnership?.meeting == null ? null : data.partnership,
    of: `${slug} ${meetingSlug}`,
    reading: error ? "failed" : "fine",
  });
  const full = shown?.meeting;
  if (shown === null || full == null) {
    return (
      <Unread slug={slug} reading={fetching && !error ? "yes" : "no"} failed={error ? "yes" : "no"} onRetry={again} />
    );
  }
  return (
    <>
      <title>{`${full.meeting.seriesDisplayName} · ${shown.displayName} · Drumbeat`}</title>
      <MeetingRoom
        partnership={shown}
        meeting={full.meeting}
        unreachable={knownAt ?? (full.live ? null : full.knownAt)}
        liveness={liveness}
        onRetry={again}
      />
    </>
  );
}

function Unread(props: { slug: string; reading: "no" | "yes"; failed: "no" | "yes"; onRetry: () => void }) {
  const back = (
    <Link href={`/p/${props.slug}/meetings`}>
      <Trans>All meetings</Trans>
    </Link>
  );
  if (props.reading === "yes") {
    return (
      <Loading>
        <Skeleton width="20rem" height="2rem" />
        <Skeleton height="4rem" />
        <Skeleton height="26rem" />
      </Loading>
    );
  }
  if (props.failed === "yes") {
    return (
      <ErrorState stands="page" title={<Trans>This meeting can't be read</Trans>} onRetry={props.onRetry} action={back}>
        <Trans>Meetings did not answer. What was said and decided before is safe.</Trans>
      </ErrorState>
    );
  }
  return (
    <EmptyState stands="page" title={<Trans>There is no such meeting</Trans>} action={back}>
      <Trans>It may belong to a partnership that you are not part of.</Trans>
    </EmptyState>
  );
}
