import { lazy } from "react";
import { Route, Switch } from "wouter";

// One file per page, as everywhere: what meetings are held with is not fetched to look at the calendar.
const MeetingPage = lazy(() =>
  import("~/features/cadence/meeting-page").then((module) => ({ default: module.MeetingPage })),
);
const MeetingsPage = lazy(() =>
  import("~/features/cadence/meetings-page").then((module) => ({ default: module.MeetingsPage })),
);
const MinutesPage = lazy(() =>
  import("~/features/cadence/minutes-page").then((module) => ({ default: module.MinutesPage })),
);

/** `/p/:slug/meetings` and what is below it. */
export function MeetingRoutes() {
  return (
    <Switch>
      <Route path="/p/:slug/meetings/:meeting/minutes">
        {({ slug, meeting }) => <MinutesPage key={meeting} slug={slug} meeting={meeting} />}
      </Route>
      <Route path="/p/:slug/meetings/:meeting">
        {({ slug, meeting }) => <MeetingPage key={meeting} slug={slug} meeting={meeting} />}
      </Route>
      <Route path="/p/:slug/meetings">{({ slug }) => <MeetingsPage key={slug} slug={slug} />}</Route>
    </Switch>
  );
}
