import { useState } from "react";
import type { DateTime } from "~/lib/scalars";

interface Answer<T> {
  /** What the last reading gave; null when it gave nothing. */
  readonly now: T | null;
  /** What was read, such as a slug: another one's last known answer is never shown. */
  readonly of: string;
  /** Whether the last reading failed, as opposed to finding nothing. */
  readonly reading: "failed" | "fine";
}

export interface LastKnown<T> {
  readonly shown: T | null;
  /** When what is shown was last read; null while it is current. */
  readonly knownAt: DateTime | null;
}

/** Keeps showing what was read before while reading it again fails, so that the page, and what is typed on it, stays. */
export function useLastKnown<T>({ now, of, reading }: Answer<T>): LastKnown<T> {
  const [kept, setKept] = useState<{ readonly of: string; readonly value: T; readonly at: DateTime } | null>(null);
  if (now !== null && (kept === null || kept.value !== now || kept.of !== of)) {
    setKept({ of, value: now, at: new Date().toISOString() });
  }
  if (now !== null) return { shown: now, knownAt: null };
  return reading === "failed" && kept?.of === of
    ? { shown: kept.value, knownAt: kept.at }
    : { shown: null, knownAt: null };
}
