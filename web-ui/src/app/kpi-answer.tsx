import { Trans } from "@lingui/react/macro";
import { Link } from "wouter";
import styles from "~/app/kpi-answer.module.css";
import { useFormat } from "~/lib/format";

interface KpiAnswerProps {
  readonly slug: string;
  readonly kpi: { readonly slug: string; readonly raciActivity?: string | null };
  /** Open ones; null while actions can't be reached. */
  readonly actions?: {
    readonly nodes: readonly {
      readonly number: number;
      readonly kpiSlug?: string | null;
      readonly dueDate?: string | null;
      readonly owner?: { readonly displayName: string } | null;
    }[];
  } | null;
}

/** Below a KPI's name: its open action with owner and due date, and the activity that answers for its reds. */
export function KpiAnswer({ slug, kpi, actions }: KpiAnswerProps) {
  const format = useFormat();
  const activity = kpi.raciActivity ?? null;
  const action = actions?.nodes.find(({ kpiSlug }) => kpiSlug === kpi.slug) ?? null;
  if (action === null && activity === null) return null;
  return (
    <p className={styles.answer}>
      {action === null ? null : (
        <Link
          href={`/p/${slug}/actions/${action.number}`}
          className={styles.action}
          data-unowned={action.owner == null ? "" : undefined}
        >
          <Trans>Action {action.number}</Trans>
          {": "}
          {action.owner == null ? (
            <Trans>nobody has it</Trans>
          ) : (
            <>
              {action.owner.displayName}
              {action.dueDate == null ? null : `, ${format.calendarDate(action.dueDate)}`}
            </>
          )}
        </Link>
      )}
      {activity === null ? null : (
        <span>
          <Trans>
            Answered for by <Link href={`/p/${slug}/raci`}>{activity}</Link>
          </Trans>
        </span>
      )}
    </p>
  );
}
