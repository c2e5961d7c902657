import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { StatementState } from "~/graphql/graphql";
import { Icon } from "~/ui/icons";
import styles from "./page.module.css";

const statementWords: Readonly<Record<StatementState, MessageDescriptor>> = {
  PROPOSED: msg`To sign`,
  DISPUTED: msg`Disputed`,
  SIGNED: msg`Signed`,
  SETTLED: msg`Settled`,
  SUPERSEDED: msg`Replaced`,
};

/** Where a statement stands, by word, shape and colour. */
export function StateMark({ state, waits }: { state: StatementState; waits: "no" | "yes" }) {
  const { i18n } = useLingui();
  const loud = state === "DISPUTED" ? "disputed" : waits === "yes" ? "waits" : undefined;
  return (
    <span className={styles.state} data-loud={loud}>
      <Icon
        name={state === "DISPUTED" ? "warning" : state === "SIGNED" || state === "SETTLED" ? "check" : "edit"}
        size={12}
      />
      {i18n._(statementWords[state])}
    </span>
  );
}
