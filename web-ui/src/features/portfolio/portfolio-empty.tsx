import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import { useViewer } from "~/lib/viewer";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/state";
import { isWhole, type PortfolioView } from "./portfolio-view";

/** No line: because nothing matches, or because there is nothing yet. */
export function PortfolioEmpty({ view, onClear }: { view: PortfolioView; onClear: () => void }) {
  const viewer = useViewer();
  if (!isWhole(view)) {
    return (
      <EmptyState
        title={<Trans>No partnership matches</Trans>}
        action={
          <Button onPress={onClear}>
            <Trans>Show all</Trans>
          </Button>
        }
      >
        <Trans>Search and statuses together leave none.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={<Trans>No partnership yet</Trans>}
      action={
        viewer.role === "administrator" ? (
          <Link href="/administration">
            <Trans>Set up partnerships</Trans>
          </Link>
        ) : null
      }
    >
      {viewer.role === "administrator" ? (
        <Trans>You set up partnerships but are on none; only those who are see their scores.</Trans>
      ) : (
        <Trans>You will see a partnership here as soon as someone puts you on it.</Trans>
      )}
    </EmptyState>
  );
}
