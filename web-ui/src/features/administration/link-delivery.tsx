import { Trans } from "@lingui/react/macro";
import { useFormat } from "~/lib/format";
import type { DateTime } from "~/lib/scalars";
import { Button } from "~/ui/button";
import styles from "./administration.module.css";

interface LinkDeliveryProps {
  readonly email: string;
  readonly delivery: {
    readonly mailed: boolean;
    /** The page's path with the link's secret; null where a mail server takes it. */
    readonly path: string | null;
    readonly expiresAt: DateTime;
  };
}

/** How a link to a password gets to its person; without a mail server, the link itself, to hand over. */
export function LinkDelivery({ email, delivery }: LinkDeliveryProps) {
  const format = useFormat();
  const until = format.moment(delivery.expiresAt);
  if (delivery.path === null) {
    return (
      <p role="status">
        <Trans>
          A mail with a link goes to {email}. It works once, until {until}.
        </Trans>
      </p>
    );
  }
  const address = `${location.origin}${delivery.path}`;
  return (
    <div className={styles.secret} role="status">
      <p>
        <Trans>
          No mail server is set up; nothing leaves the house. This is what would be sent to {email}: hand it over
          yourself. It is not shown again, and works once, until {until}.
        </Trans>
      </p>
      <code>{address}</code>
      <Button size="small" onPress={() => navigator.clipboard?.writeText(address)}>
        <Trans>Copy</Trans>
      </Button>
    </div>
  );
}
