import { useLingui } from "@lingui/react/macro";
import type { AgendaPart, ItemKind, MeetingState } from "~/graphql/graphql";

/** What an item is, in a word or two. */
export function useItemWord(): (kind: ItemKind) => string {
  const { t } = useLingui();
  const words: Readonly<Record<ItemKind, string>> = {
    UNOWNED_RED: t`Red, nobody owns it`,
    OVERDUE_ACTION: t`Overdue action`,
    DUE_ACTION: t`Action due soon`,
    OWNED_RED: t`Red, owned`,
    NEW_AMBER: t`New amber`,
    DRIFT: t`Drifting`,
    STALE_DATA: t`Late figure`,
    ADDED: t`Added`,
    TERMS_TO_DECIDE: t`To decide`,
    STATEMENT_TO_SIGN: t`To sign`,
    OPEN_COMMITMENT: t`Commitment`,
    GOOD_NEWS: t`Good news`,
  };
  return (kind) => words[kind];
}

interface Worded {
  readonly kind: ItemKind;
  readonly facts: { readonly actionNumber: number | null };
}

/** The same for an item of a meeting, which may not know just now who owns its reds. */
export function useAgendaWord(meeting: {
  readonly missingParts: readonly { readonly part: AgendaPart }[];
}): (item: Worded) => string {
  const { t } = useLingui();
  const word = useItemWord();
  const asked = meeting.missingParts.every(({ part }) => part !== "ACTIONS");
  return ({ kind, facts }) =>
    kind === "UNOWNED_RED" && facts.actionNumber === null && !asked ? t`Red, owner not known now` : word(kind);
}

/** Where a meeting stands, in a word. */
export function useStateWord(): (state: MeetingState) => string {
  const { t } = useLingui();
  const words: Readonly<Record<MeetingState, string>> = {
    SCHEDULED: t({ message: "Planned", comment: "A meeting" }),
    MOVED: t({ message: "Moved", comment: "A meeting" }),
    IN_PROGRESS: t({ message: "Running", comment: "A meeting" }),
    HELD: t({ message: "Held", comment: "A meeting" }),
    MISSED: t({ message: "Missed", comment: "A meeting" }),
    CANCELLED: t({ message: "Cancelled", comment: "A meeting" }),
  };
  return (state) => words[state];
}

/** A part of the agenda in the reader's words. */
export function usePartWord(): (part: AgendaPart) => string {
  const { t } = useLingui();
  const words: Readonly<Record<AgendaPart, string>> = {
    KPIS: t`reds, ambers and late figures`,
    ACTIONS: t`owners and due actions`,
    INCENTIVES: t`statements to sign`,
  };
  return (part) => words[part];
}
