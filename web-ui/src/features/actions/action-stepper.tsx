import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { ActionState } from "~/graphql/graphql";
import styles from "./action-stepper.module.css";
import { progressOf, useActionWords, way } from "./action-words";

interface ActionStepperProps {
  readonly state: ActionState;
  readonly gate?: "shown" | "hidden";
  /** What is asked next, where more is known of it than the state says. */
  readonly asks?: ReactNode;
}

/** Where an action stands on its way: filled so far, the present step named, and what is asked next. */
export function ActionStepper({ state, gate = "shown", asks = null }: ActionStepperProps) {
  const { t } = useLingui();
  const words = useActionWords();
  const at = progressOf(state);
  const word = words.state(state);
  const step = String(at + 1);
  return (
    <div className={styles.stepper}>
      <ol className={styles.way} aria-label={state === "VOIDED" ? word : t`Step ${step} of 8: ${word}`}>
        {way.map((each, index) => (
          <li key={each} data-reached={index <= at ? "" : undefined} data-now={index === at ? "" : undefined}>
            <span className="visually-hidden">{words.state(each)}</span>
          </li>
        ))}
      </ol>
      <p className={styles.words}>
        <strong>{word}</strong>
        {gate === "hidden" || state === "CLOSED" || state === "VOIDED" ? null : (
          <span>
            <Trans comment="What has to be done next with a corrective action">next: {asks ?? words.gate(state)}</Trans>
          </span>
        )}
      </p>
    </div>
  );
}
