import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { VoidDialog } from "~/app/dialogs";
import { NotFound } from "~/app/not-found";
import { PageSkeleton } from "~/app/page-skeleton";
import { useProposal } from "~/app/proposal";
import { useScorecardChanges } from "~/app/scorecard-changes";
import { ActionAnswerDocument } from "~/features/actions/action-answer";
import { ActionPage } from "~/features/actions/action-page";
import { ActionTrail } from "~/features/actions/action-trail";
import { readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import { useLastKnown } from "~/lib/last-known";
import { Button } from "~/ui/button";
import { ErrorState, PartialBanner } from "~/ui/state";

const ActionQuery = graphql(`
  query Action($slug: String!, $number: Int!) {
    partnership(slug: $slug) {
      id
      displayName
      timeZone
      viewerMay
      owner {
        id
        displayName
      }
      partner {
        id
        displayName
      }
      action(number: $number) {
        id
        number
        title
        revision
        viewerMay
        ...ActionPage
        ...ActionAnswer
      }
    }
  }
`);

/** `/p/:slug/actions/:number` */
export function ActionRoute({ slug, number }: { slug: string; number: number }) {
  const { t } = useLingui();
  const proposal = useProposal();
  const [isVoiding, setIsVoiding] = useState(false);
  const [{ data, error, fetching, stale }, read] = useQuery({ query: ActionQuery, variables: { slug, number } });
  const again = () => read({ requestPolicy: "network-only" });
  const liveness = useScorecardChanges(slug, again, { fetching, stale });
  const { shown: partnership, knownAt } = useLastKnown({
    now: data?.partnership?.action == null ? null : data.partnership,
    of: `${slug} ${number}`,
    reading: error ? "failed" : "fine",
  });
  const action = partnership?.action;

  if (partnership === null || action == null) {
    if (fetching && !error) return <PageSkeleton />;
    if (error) {
      return (
        <ErrorState
          stands="page"
          title={<Trans>This action can't be read</Trans>}
          onRetry={again}
          action={<Link href={`/p/${slug}`}>{data?.partnership?.displayName ?? slug}</Link>}
        >
          <Trans>Actions did not answer. What was recorded before is safe.</Trans>
        </ErrorState>
      );
    }
    return <NotFound />;
  }
  const lastKnown = lastKnownOf(error) ?? knownAt;
  return (
    <>
      <title>{`${t`Action ${action.number}`}: ${action.title} · ${partnership.displayName} · Drumbeat`}</title>
      {lastKnown === null ? null : <PartialBanner what={t`Actions`} knownAt={lastKnown} onRetry={again} />}
      <ActionPage
        action={action}
        answer={readFragment(ActionAnswerDocument, action)}
        partnership={{
          name: partnership.displayName,
          owner: partnership.owner.displayName,
          partner: partnership.partner.displayName,
        }}
        timeZone={partnership.timeZone}
        live={liveness}
        onPropose={proposal.open}
        actions={
          <>
            <Button icon="print" onPress={() => window.print()}>
              <Trans>Print the 8D report</Trans>
            </Button>
            {action.viewerMay.includes("VOID_ACTION") ? (
              <Button look="danger" onPress={() => setIsVoiding(true)}>
                <Trans>Withdraw…</Trans>
              </Button>
            ) : null}
          </>
        }
        trail={
          partnership.viewerMay.includes("READ_AUDIT") ? (
            <ActionTrail slug={slug} action={action.id} timeZone={partnership.timeZone} />
          ) : null
        }
      />
      {proposal.dialog}
      <VoidDialog action={action} isOpen={isVoiding} onClose={() => setIsVoiding(false)} />
    </>
  );
}

/** When what the server gave was last known, where it says that it is not live. */
function lastKnownOf(error: { readonly graphQLErrors: readonly { extensions: object }[] } | undefined): string | null {
  for (const { extensions } of error?.graphQLErrors ?? []) {
    const at = (extensions as { readonly lastKnownAt?: unknown }).lastKnownAt;
    if (typeof at === "string") return at;
  }
  return null;
}
