import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { Wordmark } from "~/ui/wordmark";
import styles from "./sign-in.module.css";
import { SignInForm } from "./sign-in-form";

/** Where people come in. `onSignedIn` leads to where they wanted to go. */
export function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useLingui();
  return (
    <div className={styles.page}>
      <title>{`${t`Sign in`} · Drumbeat`}</title>
      <div className={styles.promise}>
        <Beat />
      </div>
      <main className={styles.panel}>
        <Wordmark size="large" />
        <h1>
          <Trans>Sign in</Trans>
        </h1>
        <p className={styles.lead}>
          <Trans>One page per partnership: the goal, what drives it, who owns every red.</Trans>
        </p>
        <SignInForm onSignedIn={onSignedIn} />
        <p>
          <Link href="/forgotten">
            <Trans>Forgot the password?</Trans>
          </Link>
        </p>
      </main>
    </div>
  );
}

/** Thirteen periods of a figure that comes back to its target. */
function Beat() {
  const heights = [46, 44, 52, 40, 58, 96, 132, 150, 118, 92, 66, 50, 42];
  const at = (index: number) => 30 + index * 45;
  const path = heights.map((height, index) => `${index === 0 ? "M" : "L"}${at(index)},${60 + height}`).join("");
  return (
    <svg aria-hidden="true" viewBox="0 0 600 300" preserveAspectRatio="xMidYMid meet">
      <path className={styles.beatTarget} d="M10,120H590" />
      <path className={styles.beatLine} d={path} />
      {heights.map((height, index) =>
        height > 100 ? (
          <rect key={at(index)} className={styles.beatRed} x={at(index) - 6} y={54 + height} width="12" height="12" />
        ) : (
          <circle key={at(index)} className={styles.beatDot} cx={at(index)} cy={60 + height} r="4.5" />
        ),
      )}
    </svg>
  );
}
