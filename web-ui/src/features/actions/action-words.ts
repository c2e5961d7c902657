import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { ActionState } from "~/graphql/graphql";

const states = {
  OPEN: msg`Open`,
  AGREED: msg`Agreed`,
  CONTAINED: msg`Contained`,
  ROOT_CAUSE_FOUND: msg`Cause found`,
  PLANNED: msg`Planned`,
  IMPLEMENTED: msg`Implemented`,
  VERIFYING: msg`Verifying`,
  CLOSED: msg`Closed`,
  REOPENED: msg`Reopened`,
  VOIDED: msg`Voided`,
} satisfies Record<ActionState, unknown>;

const gates = {
  OPEN: msg`Agree on owner and due date`,
  AGREED: msg`Protect the customer now`,
  CONTAINED: msg`Find why it happened and why it escaped`,
  ROOT_CAUSE_FOUND: msg`Plan steps with owners and dates`,
  PLANNED: msg`Do the steps`,
  IMPLEMENTED: msg`Wait for the first figure afterwards`,
  VERIFYING: msg`Let the figures prove it`,
  CLOSED: msg`Nothing more`,
  REOPENED: msg`Agree on owner and due date anew`,
  VOIDED: msg`Nothing more`,
} satisfies Record<ActionState, unknown>;

/** The words of actions: where one stands, what is asked next. */
export function useActionWords() {
  const { i18n } = useLingui();
  return {
    state: (state: ActionState) => i18n._(states[state]),
    gate: (state: ActionState) => i18n._(gates[state]),
  };
}

/** The way of an action, without what lies beside it. */
export const way = [
  "OPEN",
  "AGREED",
  "CONTAINED",
  "ROOT_CAUSE_FOUND",
  "PLANNED",
  "IMPLEMENTED",
  "VERIFYING",
  "CLOSED",
] as const satisfies readonly ActionState[];

/** How far an action is, from 0; a reopened one begins anew. */
export function progressOf(state: ActionState): number {
  return state === "REOPENED" ? 0 : (way as readonly ActionState[]).indexOf(state);
}

/** Whether nothing more is to be done. */
export function isOver(state: ActionState): boolean {
  return state === "CLOSED" || state === "VOIDED";
}

/** How a discipline stands that is asked from one step of the way on and done at another. */
export function standsAt(state: ActionState, { from, to }: { readonly from: number; readonly to: number }) {
  const at = progressOf(state);
  return at >= to ? "done" : at >= from ? "now" : "later";
}
