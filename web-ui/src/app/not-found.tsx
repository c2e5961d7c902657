import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { EmptyState } from "~/ui/state";

export function NotFound() {
  const { t } = useLingui();
  return (
    <>
      <title>{`${t`Not found`} · Drumbeat`}</title>
      <EmptyState
        stands="page"
        title={<Trans>There is no such page</Trans>}
        action={
          <Link href="/">
            <Trans>All partnerships</Trans>
          </Link>
        }
      >
        <Trans>It may have been moved, or you are not part of it.</Trans>
      </EmptyState>
    </>
  );
}
