import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useEffect, useState } from "react";
import { Link } from "wouter";
import { lookAtLink, type PasswordLink, setPassword } from "~/lib/session";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/text-field";
import { Wordmark } from "~/ui/wordmark";
import styles from "./way-in.module.css";

/** `/welcome#…`: whoever has the link chooses a password, once. The secret stands behind the number sign, where no server sees it. */
export function WelcomePage() {
  const { t } = useLingui();
  const [secret] = useState(() => location.hash.slice(1));
  const [link, setLink] = useState<PasswordLink | null>(null);
  const [done, setDone] = useState<"no" | "yes">("no");
  useEffect(() => {
    // Gone from the address bar and from what is remembered of it.
    history.replaceState(null, "", "/welcome");
    lookAtLink(secret).then(setLink);
  }, [secret]);
  return (
    <main className={styles.panel}>
      <title>{`${t`Choose a password`} · Drumbeat`}</title>
      <Wordmark size="large" />
      <h1>
        {link?.kind === "usable" && link.invitation ? (
          <Trans>Welcome, {link.displayName}</Trans>
        ) : (
          <Trans>Choose a password</Trans>
        )}
      </h1>
      {done === "yes" ? (
        <p className={styles.done} role="status">
          <Trans>Your password is set.</Trans>
        </p>
      ) : (
        <Choice secret={secret} link={link} onDone={() => setDone("yes")} onOver={() => setLink({ kind: "over" })} />
      )}
      <p>
        {link?.kind === "over" ? (
          <Link href="/forgotten">
            <Trans>Ask for another link</Trans>
          </Link>
        ) : (
          <Link href="/sign-in">
            <Trans>To the sign-in</Trans>
          </Link>
        )}
      </p>
    </main>
  );
}

interface ChoiceProps {
  readonly secret: string;
  readonly link: PasswordLink | null;
  readonly onDone: () => void;
  readonly onOver: () => void;
}

function Choice({ secret, link, onDone, onOver }: ChoiceProps) {
  const { t } = useLingui();
  const [password, setTyped] = useState("");
  const [again, setAgain] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const [differs, setDiffers] = useState<"no" | "yes">("no");
  const [busy, setBusy] = useState<"no" | "yes">("no");
  if (link === null) return <p aria-busy="true">{t`Loading…`}</p>;
  if (link.kind === "over") {
    return (
      <p className={styles.failure} role="alert">
        <Trans>This link was used before, was replaced by a newer one, or is too old.</Trans>
      </p>
    );
  }
  if (link.kind === "unreachable") {
    return (
      <p className={styles.failure} role="alert">
        <Trans>That isn't possible right now. Please open the link again in a moment.</Trans>
      </p>
    );
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setDiffers(password === again ? "no" : "yes");
    if (password !== again) return;
    setBusy("yes");
    const result = await setPassword(secret, password);
    setBusy("no");
    if (result.kind === "set") onDone();
    else if (result.kind === "over") onOver();
    else setRefused(result.kind === "refused" ? result.message : t`That isn't possible right now.`);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.lead}>
        <Trans>You sign in with {link.email} and this password.</Trans>
      </p>
      <input type="hidden" name="username" autoComplete="username" value={link.email} readOnly />
      <TextField
        label={t`New password`}
        type="password"
        autoComplete="new-password"
        autoFocus
        value={password}
        onChange={setTyped}
        hint={t`At least 12 characters; a sentence is fine.`}
        error={refused}
      />
      <TextField
        label={t`New password again`}
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
        error={differs === "yes" ? t`These two differ.` : null}
      />
      <Button type="submit" look="primary" isPending={busy === "yes"}>
        <Trans>Set the password</Trans>
      </Button>
    </form>
  );
}
