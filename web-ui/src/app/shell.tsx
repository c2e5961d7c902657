import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, type ReactNode, Suspense, use, useEffect, useRef } from "react";
import { useQuery } from "urql";
import { Link, Redirect, useLocation } from "wouter";
import { PageSkeleton } from "~/app/page-skeleton";
import styles from "~/app/shell.module.css";
import { graphql } from "~/graphql/gql";
import { isUnauthenticated } from "~/lib/client";
import { useSessionExpired } from "~/lib/session";
import { type Viewer, ViewerContext } from "~/lib/viewer";
import { Person } from "~/ui/person";
import { ErrorState } from "~/ui/state";
import { Wordmark } from "~/ui/wordmark";

// What nobody needs to read the page comes after it.
const PersonMenu = lazy(() => import("~/app/person-menu").then((module) => ({ default: module.PersonMenu })));
const SessionEnded = lazy(() => import("~/app/session-ended").then((module) => ({ default: module.SessionEnded })));

const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      administrator
      partnershipCount
      person {
        id
        slug
        displayName
        email
        companySlug
      }
    }
  }
`);

/** What stands around every page for those who are signed in; all others are led to the sign-in. */
export function Shell({ children, onRenewed }: { children: ReactNode; onRenewed: () => void }) {
  const [{ data, error, fetching }, refresh] = useQuery({ query: ViewerQuery, requestPolicy: "cache-first" });
  const [path] = useLocation();
  const ended = useSessionExpired();
  const viewer = viewerOf(data?.viewer);

  if (viewer) {
    return (
      <ViewerContext value={viewer}>
        <Frame>{children}</Frame>
        {ended ? (
          <Suspense fallback={null}>
            <SessionEnded email={viewer.email ?? ""} onRenewed={onRenewed} />
          </Suspense>
        ) : null}
      </ViewerContext>
    );
  }
  if (fetching && !error)
    return (
      <Frame>
        <PageSkeleton />
      </Frame>
    );
  if (error && !isUnauthenticated(error)) {
    return (
      <Frame>
        <ErrorState
          stands="page"
          title={<Trans>Drumbeat can't be reached</Trans>}
          onRetry={() => refresh({ requestPolicy: "network-only" })}
        >
          <Trans>The server did not answer. What you recorded before is safe.</Trans>
        </ErrorState>
      </Frame>
    );
  }
  return <Redirect to={`/sign-in?next=${encodeURIComponent(path + location.search)}`} replace />;
}

interface ViewerData {
  readonly administrator: boolean;
  readonly partnershipCount: number;
  readonly person: {
    readonly slug: string;
    readonly displayName: string;
    readonly email: string | null;
    readonly companySlug: string;
  };
}

function viewerOf(data: ViewerData | null | undefined): Viewer | null {
  if (!data) return null;
  const { slug, displayName, email, companySlug } = data.person;
  return {
    name: displayName,
    slug,
    email,
    companySlug,
    role: data.administrator ? "administrator" : "member",
    partnerships: data.partnershipCount,
  };
}

function Frame({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const viewer = use(ViewerContext);
  const main = useRef<HTMLElement>(null);
  const [path] = useLocation();
  const before = useRef(path);

  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path]);

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#page">
        <Trans>Skip to the page</Trans>
      </a>
      <header className={styles.head} data-print="hide">
        <Link href="/" className={styles.home} aria-label={t`Drumbeat: all partnerships`}>
          <Wordmark />
        </Link>
        {viewer ? (
          <Suspense fallback={<Person name={viewer.name} />}>
            <PersonMenu viewer={viewer} />
          </Suspense>
        ) : null}
      </header>
      <main ref={main} id="page" className={styles.main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
