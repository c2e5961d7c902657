import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import { askForPassword } from "~/lib/session";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/text-field";
import { Wordmark } from "~/ui/wordmark";
import styles from "./way-in.module.css";

/** `/forgotten`: a link to a new password, by mail. Nobody learns here who exists. */
export function ForgottenPage() {
  const { t } = useLingui();
  const [email, setEmail] = useState("");
  const [outcome, setOutcome] = useState<"none" | "busy" | "asked" | "unreachable">("none");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (email.trim() === "") return;
    setOutcome("busy");
    setOutcome(await askForPassword(email.trim()));
  };
  return (
    <main className={styles.panel}>
      <title>{`${t`Forgotten password`} · Drumbeat`}</title>
      <Wordmark size="large" />
      <h1>
        <Trans>Forgotten password</Trans>
      </h1>
      <div role="status">
        {outcome === "asked" ? (
          <p className={styles.done}>
            <Trans>
              If somebody signs in with this address, a mail with a link is on its way; it works for one hour. If none
              comes, ask a leader of your company or an administrator for a link.
            </Trans>
          </p>
        ) : null}
        {outcome === "unreachable" ? (
          <p className={styles.failure}>
            <Trans>That isn't possible right now. Please try again in a moment.</Trans>
          </p>
        ) : null}
      </div>
      {outcome === "asked" ? null : (
        <form className={styles.form} onSubmit={submit}>
          <TextField
            label={t`E-mail`}
            type="email"
            autoComplete="username"
            isRequired
            autoFocus
            value={email}
            onChange={setEmail}
          />
          <Button type="submit" look="primary" isDisabled={outcome === "busy"}>
            <Trans>Send me a link</Trans>
          </Button>
        </form>
      )}
      <p>
        <Link href="/sign-in">
          <Trans>Back to the sign-in</Trans>
        </Link>
      </p>
    </main>
  );
}
