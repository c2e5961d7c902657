import { msg } from "@lingui/core/macro";
import type { RaciLetter } from "~/graphql/graphql";

/** In the order of their weight. */
export const letters = ["RESPONSIBLE", "ACCOUNTABLE", "CONSULTED", "INFORMED"] as const satisfies readonly RaciLetter[];

export const letterWords = {
  RESPONSIBLE: msg`Responsible: does it`,
  ACCOUNTABLE: msg`Accountable: answers for it, exactly one`,
  CONSULTED: msg`Consulted: is asked`,
  INFORMED: msg`Informed: is told`,
} satisfies Record<RaciLetter, unknown>;

/** The letter of a key; null for other keys. */
export function letterOf(key: string): RaciLetter | null {
  return letters.find((letter) => letter.startsWith(key.toUpperCase()) && key.length === 1) ?? null;
}
