import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "~/graphql/gql";
import { useFormat } from "~/lib/format";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./calendar-feeds.module.css";

const CalendarFeedsQuery = graphql(`
  query CalendarFeeds {
    viewer {
      calendarFeeds(first: 25) {
        nodes {
          id
          displayName
          createdAt
          expiresAt
          revokedAt
          lastReadAt
        }
      }
    }
  }
`);

const CreateCalendarFeedMutation = graphql(`
  mutation CreateCalendarFeed($input: CreateCalendarFeedInput!) {
    createCalendarFeed(input: $input) {
      path
      feed {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const RevokeCalendarFeedMutation = graphql(`
  mutation RevokeCalendarFeed($input: RevokeCalendarFeedInput!) {
    revokeCalendarFeed(input: $input) {
      feed {
        id
        revokedAt
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Private addresses from which calendar programs read the viewer's meetings: made, shown once, revoked. */
export function CalendarFeeds() {
  const { t } = useLingui();
  const format = useFormat();
  const [{ data }] = useQuery({ query: CalendarFeedsQuery });
  const [name, setName] = useState("");
  const [address, setAddress] = useState<string | null>(null);
  const creating = useWrite(CreateCalendarFeedMutation, ["CalendarFeed", "CalendarFeedConnection"]);
  const revoking = useWrite(RevokeCalendarFeedMutation, ["CalendarFeed", "CalendarFeedConnection"]);
  const feeds = (data?.viewer?.calendarFeeds?.nodes ?? []).filter(({ revokedAt }) => revokedAt === null);
  const create = async () => {
    const made = await creating.send({ displayName: name.trim() === "" ? t`My calendar` : name.trim() });
    if (made === null) return;
    setName("");
    setAddress(made.path == null ? null : `${location.origin}${made.path}`);
  };
  return (
    <section className={styles.feeds} aria-labelledby="feeds">
      <h2 id="feeds">
        <Trans>In your calendar</Trans>
      </h2>
      <p className={styles.quiet}>
        <Trans>A private address that your calendar program reads. Whoever has it sees your meetings.</Trans>
      </p>
      {address === null ? null : (
        <div className={styles.address} role="status">
          <p>
            <Trans>Copy it now; it is not shown again.</Trans>
          </p>
          <code>{address}</code>
          <Button size="small" onPress={() => navigator.clipboard?.writeText(address)}>
            <Trans>Copy</Trans>
          </Button>
        </div>
      )}
      <ul>
        {feeds.map((feed) => (
          <li key={feed.id}>
            <span>
              <strong>{feed.displayName}</strong>
              <small>
                <Trans>until {format.date(feed.expiresAt)}</Trans> ·{" "}
                {feed.lastReadAt === null ? (
                  <Trans>never read</Trans>
                ) : (
                  <Trans>last read {format.moment(feed.lastReadAt)}</Trans>
                )}
              </small>
            </span>
            <Button
              size="small"
              look="quiet"
              aria-label={t`Revoke: ${feed.displayName}`}
              onPress={() => {
                setAddress(null);
                revoking.send({ feed: feed.id });
              }}
            >
              <Trans>Revoke</Trans>
            </Button>
          </li>
        ))}
      </ul>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          create();
        }}
      >
        <TextField
          label={t`What for?`}
          value={name}
          onChange={setName}
          maxLength={80}
          placeholder={t`My phone`}
          error={errorOf(creating.userErrors, "displayName")}
        />
        <Button type="submit" isPending={creating.sending === "yes"}>
          <Trans>Make an address</Trans>
        </Button>
      </form>
      <WriteProblems
        errors={[...errorsBesides(creating.userErrors, ["displayName"]), ...revoking.userErrors]}
        unanswered={creating.unanswered}
      />
    </section>
  );
}
