import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, type ReactNode, useState } from "react";
import { useQuery } from "urql";
import { Link, useLocation } from "wouter";
import { graphql } from "~/graphql/gql";
import { errorsBesides, refusalOf } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { notify } from "~/ui/notices";
import { ErrorState, Loading, Skeleton } from "~/ui/state";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./administration.module.css";
import { emptyDraft, inputOf, type KpiDraft } from "./kpi-draft";
import { KpiFields, shownFields } from "./kpi-fields";

const DefineKpiQuery = graphql(`
  query DefineKpi($slug: String!) {
    partnership(slug: $slug) {
      id
      displayName
      currency
      viewerMay
      raci {
        raci {
          activities {
            slug
            displayName
          }
        }
      }
    }
  }
`);

const CreateKpiMutation = graphql(`
  mutation CreateKpi($input: CreateKpiInput!) {
    createKpi(input: $input) {
      kpi {
        id
        slug
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface KpiFormPageProps {
  readonly slug: string;
  /** Said when there is no such partnership, or none whose KPIs the viewer defines. */
  readonly absent: ReactNode;
}

/** `/p/:slug/define`: a new KPI, for administrators and the owner's operations. */
export function KpiFormPage({ slug, absent }: KpiFormPageProps) {
  const { t } = useLingui();
  const [, go] = useLocation();
  const [{ data, error, fetching }, read] = useQuery({ query: DefineKpiQuery, variables: { slug } });
  const [draft, setDraft] = useState<KpiDraft>(emptyDraft);
  const creating = useWrite(CreateKpiMutation, ["Scorecard", "KpiDetail", "PortfolioLine"]);
  const partnership = data?.partnership ?? null;
  if (partnership === null) {
    if (fetching && !error) {
      return (
        <Loading>
          <Skeleton width="16rem" height="2rem" />
          <Skeleton height="24rem" />
        </Loading>
      );
    }
    return error ? (
      <ErrorState
        stands="page"
        title={<Trans>This can't be read right now</Trans>}
        onRetry={() => read({ requestPolicy: "network-only" })}
      />
    ) : (
      absent
    );
  }
  const { viewerMay } = partnership;
  if (!viewerMay.includes("DEFINE_KPIS")) return absent;
  const create = async (after: "more" | "target") => {
    const made = await creating.send(inputOf(draft, slug));
    if (made === null) return;
    notify({ kind: "done", text: t`${draft.displayName.trim()} is defined.` });
    setDraft({ ...emptyDraft, frequency: draft.frequency });
    if (after === "target" && made.kpi != null) go(`/p/${slug}/kpis/${made.kpi.slug}?show=targets`);
  };
  const mayPropose = viewerMay.includes("PROPOSE_TERMS");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create(mayPropose ? "target" : "more");
  };
  return (
    <div className={styles.page}>
      <title>{`${t`Define a KPI`} · ${partnership.displayName} · Drumbeat`}</title>
      <header className={styles.header}>
        <div>
          <p className={styles.crumbs}>
            <Link href={viewerMay.includes("READ_SCORES") ? `/p/${slug}` : `/p/${slug}/people`}>
              {partnership.displayName}
            </Link>
          </p>
          <h1>
            <Trans>Define a KPI</Trans>
          </h1>
          <p className={styles.quiet}>
            <Trans>
              A page is published with exactly one goal and three to five drivers. A target counts once the other side
              has accepted it.
            </Trans>
          </p>
        </div>
      </header>
      <form className={`${styles.form} ${styles.wide}`} onSubmit={submit} noValidate>
        <KpiFields
          draft={draft}
          currency={partnership.currency}
          activities={partnership.raci?.raci.activities ?? []}
          errorOf={(field) => refusalOf(creating.userErrors, field)}
          onChange={setDraft}
        />
        <WriteProblems errors={errorsBesides(creating.userErrors, shownFields)} unanswered={creating.unanswered} />
        <div className={styles.cardHead}>
          <Button type="submit" look="primary" isPending={creating.sending === "yes"}>
            {mayPropose ? <Trans>Define it and propose its target</Trans> : <Trans>Define it</Trans>}
          </Button>
          {mayPropose ? (
            <Button onPress={() => create("more")} isPending={creating.sending === "yes"}>
              <Trans>Define it and another one</Trans>
            </Button>
          ) : null}
        </div>
      </form>
    </div>
  );
}
