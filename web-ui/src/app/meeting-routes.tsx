import { Route, Switch } from "wouter";
import { MeetingPage } from "~/features/cadence/meeting-page";
import { MeetingsPage } from "~/features/cadence/meetings-page";
import { MinutesPage } from "~/features/cadence/minutes-page";

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
