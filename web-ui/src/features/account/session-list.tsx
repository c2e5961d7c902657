import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gql";
import { useFormat } from "~/lib/format";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { ErrorState, Loading, Skeleton } from "~/ui/state";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./account-page.module.css";
import { browserName } from "./browser-name";

const SessionsQuery = graphql(`
  query Sessions {
    viewer {
      sessions {
        id
        openedAt
        lastSeenAt
        browser
        address
        current
      }
    }
  }
`);

const EndSessionMutation = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const EndOtherSessionsMutation = graphql(`
  mutation EndOtherSessions($input: EndOtherSessionsInput!) {
    endOtherSessions(input: $input) {
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Where the viewer is signed in; what should not be is ended from here. */
export function SessionList() {
  const { t } = useLingui();
  const format = useFormat();
  const [{ data, fetching }, read] = useQuery({ query: SessionsQuery });
  const ending = useWrite(EndSessionMutation, []);
  const endingOthers = useWrite(EndOtherSessionsMutation, []);
  const sessions = data?.viewer?.sessions ?? null;
  const again = () => read({ requestPolicy: "network-only" });
  const end = async (session: string) => {
    await ending.send({ session });
    again();
  };
  const endOthers = async () => {
    await endingOthers.send({});
    again();
  };
  return (
    <section className={styles.card} aria-labelledby="sessions">
      <h2 id="sessions">
        <Trans>Where you are signed in</Trans>
      </h2>
      {sessions === null ? (
        fetching ? (
          <Loading>
            <Skeleton height="6rem" />
          </Loading>
        ) : (
          <ErrorState title={<Trans>Your sessions can't be read right now</Trans>} onRetry={again} />
        )
      ) : (
        <>
          <ul className={styles.sessions}>
            {sessions.map((session) => {
              const name = session.browser === null ? t`Unknown browser` : browserName(session.browser);
              return (
                <li key={session.id}>
                  <div>
                    <p>
                      <strong>{name}</strong>{" "}
                      {session.current ? (
                        <span className={styles.current}>
                          <Trans>this one</Trans>
                        </span>
                      ) : null}
                    </p>
                    <small>
                      <Trans>since {format.moment(session.openedAt)}</Trans> ·{" "}
                      <Trans>last active {format.time(session.lastSeenAt)}</Trans>
                      {session.address === null ? null : ` · ${session.address}`}
                    </small>
                  </div>
                  {session.current ? null : (
                    <Button
                      size="small"
                      aria-label={t`End the session: ${name}`}
                      onPress={() => end(session.id)}
                      isPending={ending.sending === "yes"}
                    >
                      <Trans>End</Trans>
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
          {sessions.length > 1 ? (
            <div>
              <Button onPress={endOthers} isPending={endingOthers.sending === "yes"}>
                <Trans>End all others</Trans>
              </Button>
            </div>
          ) : null}
          <p className={styles.quiet}>
            <Trans>A session ends by itself after 30 minutes without use, and after 8 hours at the latest.</Trans>
          </p>
        </>
      )}
      <WriteProblems
        errors={[...ending.userErrors, ...endingOthers.userErrors]}
        unanswered={ending.unanswered === "yes" ? "yes" : endingOthers.unanswered}
      />
    </section>
  );
}
