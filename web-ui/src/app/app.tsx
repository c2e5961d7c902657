import { useLingui } from "@lingui/react";
import { lazy, Suspense, useState } from "react";
import { I18nProvider as AriaLocale } from "react-aria-components/I18nProvider";
import { Provider } from "urql";
import { Route, Router, Switch, useLocation, useSearchParams } from "wouter";
import { withActionWords } from "~/app/action-words";
import { withAdministrationWords } from "~/app/administration-words";
import { withCadenceWords } from "~/app/cadence-words";
import { withIncentiveWords } from "~/app/incentive-words";
import { NotFound } from "~/app/not-found";
import { PageSkeleton } from "~/app/page-skeleton";
import { Shell } from "~/app/shell";
import { createPageClient } from "~/lib/client";
import { localeOf } from "~/lib/language";
import { ErrorBoundary } from "~/ui/error-boundary";
import { Notices } from "~/ui/notices";

// One file per page, fetched when it is opened.
const SignInPage = lazy(() =>
  import("~/features/sign-in/sign-in-page").then((module) => ({ default: module.SignInPage })),
);
const ForgottenPage = lazy(() =>
  withAdministrationWords(import("~/features/account/forgotten-page")).then((module) => ({
    default: module.ForgottenPage,
  })),
);
const WelcomePage = lazy(() =>
  withAdministrationWords(import("~/features/account/welcome-page")).then((module) => ({
    default: module.WelcomePage,
  })),
);
const PortfolioPage = lazy(() =>
  import("~/features/portfolio/portfolio-page").then((module) => ({ default: module.PortfolioPage })),
);

const ScorecardRoute = lazy(() =>
  import("~/app/scorecard-route").then((module) => ({ default: module.ScorecardRoute })),
);

const KpiRoute = lazy(() => import("~/app/kpi-route").then((module) => ({ default: module.KpiRoute })));

const FiguresRoute = lazy(() => import("~/app/figures-route").then((module) => ({ default: module.FiguresRoute })));
const MeetingRoutes = lazy(() =>
  withCadenceWords(import("~/app/meeting-routes")).then((module) => ({ default: module.MeetingRoutes })),
);
const MyWeekPage = lazy(() =>
  withCadenceWords(import("~/features/cadence/my-week-page")).then((module) => ({ default: module.MyWeekPage })),
);
const ReviewRoute = lazy(() =>
  withCadenceWords(import("~/app/review-route")).then((module) => ({ default: module.ReviewRoute })),
);
const ImportRoute = lazy(() => import("~/app/import-route").then((module) => ({ default: module.ImportRoute })));

const ActionRoute = lazy(() =>
  withActionWords(import("~/app/action-route")).then((module) => ({ default: module.ActionRoute })),
);
const ActionsRoute = lazy(() =>
  withActionWords(import("~/app/actions-route")).then((module) => ({ default: module.ActionsRoute })),
);
const RaciRoute = lazy(() => import("~/app/raci-route").then((module) => ({ default: module.RaciRoute })));
const MyActionsPage = lazy(() =>
  withActionWords(import("~/features/actions/my-actions-page")).then((module) => ({ default: module.MyActionsPage })),
);

const IncentiveRoute = lazy(() =>
  withIncentiveWords(import("~/app/incentive-routes")).then((module) => ({ default: module.IncentiveRoute })),
);

const AccountPage = lazy(() =>
  withAdministrationWords(import("~/features/account/account-page")).then((module) => ({
    default: module.AccountPage,
  })),
);
const AdministrationPage = lazy(() =>
  withAdministrationWords(import("~/features/administration/administration-page")).then((module) => ({
    default: module.AdministrationPage,
  })),
);
const CompanyPeoplePage = lazy(() =>
  withAdministrationWords(import("~/features/administration/company-people-page")).then((module) => ({
    default: module.CompanyPeoplePage,
  })),
);
const PartnershipPeoplePage = lazy(() =>
  withAdministrationWords(import("~/features/administration/partnership-people-page")).then((module) => ({
    default: module.PartnershipPeoplePage,
  })),
);
const KpiFormPage = lazy(() =>
  withAdministrationWords(import("~/features/administration/kpi-form-page")).then((module) => ({
    default: module.KpiFormPage,
  })),
);
const TrailPage = lazy(() =>
  withAdministrationWords(import("~/features/trail/trail-page")).then((module) => ({ default: module.TrailPage })),
);

export function App() {
  const { i18n } = useLingui();
  // A new client forgets what was read and reads again what is shown, while what was typed stays.
  const [client, setClient] = useState(createPageClient);
  return (
    <AriaLocale locale={localeOf(i18n.locale)}>
      <Router>
        <Switch>
          <Route path="/sign-in">
            <SignInRoute />
          </Route>
          <Route path="/forgotten">
            <Suspense fallback={null}>
              <ForgottenPage />
            </Suspense>
          </Route>
          <Route path="/welcome">
            <Suspense fallback={null}>
              <WelcomePage />
            </Suspense>
          </Route>
          <Route>
            <Provider value={client}>
              <Shell onRenewed={() => setClient(createPageClient())}>
                <Pages />
              </Shell>
            </Provider>
          </Route>
        </Switch>
      </Router>
      <Notices />
    </AriaLocale>
  );
}

function Pages() {
  const [path] = useLocation();
  return (
    <ErrorBoundary resetOn={path}>
      <Suspense fallback={<PageSkeleton />}>
        <Switch>
          <Route path="/">
            <PortfolioPage />
          </Route>
          <Route path="/p/:slug/kpis/:kpi">{({ slug, kpi }) => <KpiRoute key={kpi} slug={slug} kpi={kpi} />}</Route>
          <Route path="/p/:slug/figures">{({ slug }) => <FiguresRoute slug={slug} />}</Route>
          <Route path="/p/:slug/import">{({ slug }) => <ImportRoute slug={slug} />}</Route>
          <Route path="/p/:slug/actions/:number">
            {({ slug, number }) => <ActionRoute key={number} slug={slug} number={Number.parseInt(number, 10) || 0} />}
          </Route>
          <Route path="/p/:slug/actions">{({ slug }) => <ActionsRoute slug={slug} />}</Route>
          <Route path="/p/:slug/raci">{({ slug }) => <RaciRoute slug={slug} />}</Route>
          <Route path="/my/actions">
            <MyActionsPage />
          </Route>
          <Route path="/p/:slug/agreements/new">{({ slug }) => <IncentiveRoute slug={slug} page="new" />}</Route>
          <Route path="/p/:slug/agreements/:paper/edit">
            {({ slug, paper }) => <IncentiveRoute key={paper} slug={slug} page="edit" paper={paper} />}
          </Route>
          <Route path="/p/:slug/agreements/:paper">
            {({ slug, paper }) => <IncentiveRoute key={paper} slug={slug} page="agreement" paper={paper} />}
          </Route>
          <Route path="/p/:slug/agreements">{({ slug }) => <IncentiveRoute slug={slug} page="agreements" />}</Route>
          <Route path="/p/:slug/statements/:paper">
            {({ slug, paper }) => <IncentiveRoute key={paper} slug={slug} page="statement" paper={paper} />}
          </Route>
          <Route path="/p/:slug/statements">{({ slug }) => <IncentiveRoute slug={slug} page="statements" />}</Route>
          <Route path="/p/:slug/openness">{({ slug }) => <IncentiveRoute slug={slug} page="openness" />}</Route>
          <Route path="/p/:slug/meetings/*?">
            <MeetingRoutes />
          </Route>
          <Route path="/p/:slug/trail">
            {({ slug }) => <TrailPage key={slug} slug={slug} absent={<NotFound />} />}
          </Route>
          <Route path="/my/week">
            <MyWeekPage />
          </Route>
          <Route path="/p/:slug/people">
            {({ slug }) => <PartnershipPeoplePage key={slug} slug={slug} absent={<NotFound />} />}
          </Route>
          <Route path="/p/:slug/define">
            {({ slug }) => <KpiFormPage key={slug} slug={slug} absent={<NotFound />} />}
          </Route>
          <Route path="/people">
            <CompanyPeoplePage absent={<NotFound />} />
          </Route>
          <Route path="/administration">
            <AdministrationPage absent={<NotFound />} />
          </Route>
          <Route path="/my/account">
            <AccountPage />
          </Route>
          <Route path="/review/:slug?">{({ slug }) => <ReviewRoute slug={slug ?? null} />}</Route>
          <Route path="/p/:slug">{({ slug }) => <ScorecardRoute slug={slug} />}</Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

function SignInRoute() {
  const [search] = useSearchParams();
  return (
    <Suspense fallback={null}>
      {/* A full load, so that nothing of a former session is left in memory. */}
      <SignInPage onSignedIn={() => location.assign(ownPath(search.get("next")))} />
    </Suspense>
  );
}

/** The path to go on to, or the start where the given one leads off this page. */
function ownPath(next: string | null): string {
  if (next === null || !next.startsWith("/")) return "/";
  const url = new URL(next, location.origin);
  return url.origin === location.origin ? url.pathname + url.search : "/";
}
