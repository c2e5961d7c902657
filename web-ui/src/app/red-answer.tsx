import { Trans, useLingui } from "@lingui/react/macro";
import { ActionAnswer, type ProposedAction } from "~/features/actions/action-answer";
import type { ScorecardQuery } from "~/graphql/graphql";
import { PartialBanner } from "~/ui/state";

export type ScorecardActionPage = NonNullable<NonNullable<ScorecardQuery["partnership"]>["actions"]>;

interface RedAnswerProps {
  readonly episode: string;
  /** Null while actions can't be reached and nothing is known. */
  readonly page: ScorecardActionPage | null;
  readonly onPropose: (action: ProposedAction) => void;
}

/** Who answers for a red; while its action is still being opened, that it is. */
export function RedAnswer({ episode, page, onPropose }: RedAnswerProps) {
  const action = page?.nodes.find(({ episodeIds }) => episodeIds.includes(episode));
  if (action !== undefined) return <ActionAnswer action={action} onPropose={onPropose} />;
  return (
    <p role="status">
      {page === null ? (
        <Trans>Who has it is not known while actions can't be reached.</Trans>
      ) : page.live ? (
        <Trans>Its action is being opened…</Trans>
      ) : (
        <Trans>Its action opens when actions can be reached again.</Trans>
      )}
    </p>
  );
}

/** Reds as the actions are ordered: nobody has it, overdue, then by due date. */
export function rankOf(page: ScorecardActionPage | null): (episode: { readonly id: string }) => number {
  return ({ id }) => {
    const at = page?.nodes.findIndex(({ episodeIds }) => episodeIds.includes(id)) ?? -1;
    return at < 0 ? -1 : at;
  };
}

/** Says that who has the reds is as it was last known, or not known at all. */
export function ActionsUnreachable({ page, onRetry }: { page: ScorecardActionPage | null; onRetry: () => void }) {
  const { t } = useLingui();
  if (page?.live) return null;
  return <PartialBanner what={t`Actions`} knownAt={page?.knownAt ?? null} onRetry={onRetry} />;
}
