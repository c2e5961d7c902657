import { lazy, useState } from "react";
import { useLocation } from "wouter";
import { NotFound } from "~/app/not-found";
import { useScorecardChanges } from "~/app/scorecard-changes";
import { readsNothing } from "~/lib/live";

// One file per page: the editor is not fetched to read a statement.
const AgreementEditor = lazy(() =>
  import("~/features/incentives/agreement-editor").then((module) => ({ default: module.AgreementEditor })),
);
const AgreementPage = lazy(() =>
  import("~/features/incentives/agreement-page").then((module) => ({ default: module.AgreementPage })),
);
const AgreementsPage = lazy(() =>
  import("~/features/incentives/agreements-page").then((module) => ({ default: module.AgreementsPage })),
);
const OpennessPage = lazy(() =>
  import("~/features/incentives/openness-page").then((module) => ({ default: module.OpennessPage })),
);
const StatementPage = lazy(() =>
  import("~/features/incentives/statement-page").then((module) => ({ default: module.StatementPage })),
);
const StatementsPage = lazy(() =>
  import("~/features/incentives/statements-page").then((module) => ({ default: module.StatementsPage })),
);

export type IncentivePage = "agreements" | "agreement" | "edit" | "new" | "statements" | "statement" | "openness";

interface IncentiveRouteProps {
  readonly slug: string;
  readonly page: IncentivePage;
  /** The agreement or statement that the address names. */
  readonly paper?: string;
}

/** `/p/:slug/agreements`, `/p/:slug/statements`, `/p/:slug/openness` and what is below them. */
export function IncentiveRoute({ slug, page, paper = "" }: IncentiveRouteProps) {
  const [changes, setChanges] = useState(0);
  const [, go] = useLocation();
  useScorecardChanges(slug, () => setChanges((count) => count + 1), readsNothing);
  const given = { slug, changes, absent: <NotFound /> };
  const onSaved = (agreement: string) => go(`/p/${slug}/agreements/${agreement}`);
  switch (page) {
    case "agreements":
      return <AgreementsPage {...given} />;
    case "agreement":
      return <AgreementPage {...given} agreement={paper} />;
    case "new":
      return <AgreementEditor {...given} agreement={null} onSaved={onSaved} />;
    case "edit":
      return <AgreementEditor {...given} agreement={paper} onSaved={onSaved} />;
    case "statements":
      return <StatementsPage {...given} />;
    case "statement":
      return <StatementPage {...given} statement={paper} />;
    case "openness":
      return <OpennessPage {...given} />;
  }
}
