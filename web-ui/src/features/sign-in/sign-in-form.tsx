import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useEffect, useState } from "react";
import { type SignIn, signIn } from "~/lib/session";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icons";
import { TextField } from "~/ui/text-field";
import styles from "./sign-in.module.css";

interface SignInFormProps {
  readonly onSignedIn: () => void;
  /** Who was signed in before, so that they need the password only. */
  readonly email?: string;
}

export function SignInForm({ onSignedIn, email: known = "" }: SignInFormProps) {
  const { t } = useLingui();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState("");
  const [outcome, setOutcome] = useState<SignIn | null>(null);
  const [busy, setBusy] = useState<"no" | "yes">("no");
  const wait = useCountdown(outcome);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy === "yes" || wait > 0) return;
    setBusy("yes");
    const result = await signIn(email.trim(), password);
    setBusy("no");
    setOutcome(result);
    if (result.kind === "signed-in") onSignedIn();
    else setPassword("");
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={t`E-mail`}
        type="email"
        name="email"
        autoComplete="username"
        isRequired
        autoFocus={known === ""}
        value={email}
        onChange={setEmail}
      />
      <TextField
        label={t`Password`}
        type="password"
        name="password"
        autoComplete="current-password"
        isRequired
        autoFocus={known !== ""}
        value={password}
        onChange={setPassword}
      />
      <Failure outcome={outcome} wait={wait} />
      <Button type="submit" look="primary" isPending={busy === "yes"} isDisabled={wait > 0}>
        {busy === "yes" ? <Trans>Signing in…</Trans> : <Trans>Sign in</Trans>}
      </Button>
    </form>
  );
}

function Failure({ outcome, wait }: { outcome: SignIn | null; wait: number }) {
  const text = () => {
    switch (outcome?.kind) {
      case "wrong":
        return <Trans>E-mail or password is wrong.</Trans>;
      case "wait":
        return wait > 0 ? <Trans>Too many tries. You can try again in {wait} s.</Trans> : null;
      case "unreachable":
        return <Trans>Signing in isn't possible right now. Please try again in a moment.</Trans>;
      default:
        return null;
    }
  };
  const said = text();
  return (
    <div role="alert">
      {said === null ? null : (
        <p className={styles.failure}>
          <Icon name="warning" />
          <span>{said}</span>
        </p>
      )}
    </div>
  );
}

/** Seconds left until the next try is heard. */
function useCountdown(outcome: SignIn | null): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (outcome?.kind !== "wait") {
      setLeft(0);
      return;
    }
    const end = Date.now() + outcome.seconds * 1000;
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [outcome]);
  return left;
}
