import { Trans } from "@lingui/react/macro";
import { Icon } from "./icons";
import styles from "./write-problems.module.css";

interface WriteProblemsProps {
  /** What was said about the whole, not about one field. */
  readonly errors: readonly { readonly code: string; readonly message: string }[];
  readonly unanswered: "no" | "yes";
}

/** Says above a form's buttons why it was not done, where no field can say it. */
export function WriteProblems({ errors, unanswered }: WriteProblemsProps) {
  if (errors.length === 0 && unanswered === "no") return null;
  return (
    <div className={styles.problems} role="alert">
      <Icon name="warning" />
      <div>
        {unanswered === "no" ? null : (
          <p>
            <Trans>
              The server did not answer. What you typed is still here; sending it again records nothing twice.
            </Trans>
          </p>
        )}
        {errors.map(({ code, message }) => (
          <p key={code + message}>
            {message} <small>[{code}]</small>
          </p>
        ))}
      </div>
    </div>
  );
}
