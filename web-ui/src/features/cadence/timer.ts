interface Timed {
  readonly itemId: string;
  /** Without the stretch that runs now. */
  readonly spentSeconds: number;
}

interface Running {
  readonly currentItemId: string | null;
  readonly currentSince: string | null;
}

/** Seconds spent on an item, the stretch that runs now included. */
export function spentOn(item: Timed, { currentItemId, currentSince }: Running, now: Date): number {
  const stretch =
    currentItemId === item.itemId && currentSince !== null
      ? Math.max(0, Math.floor((now.getTime() - new Date(currentSince).getTime()) / 1_000))
      : 0;
  return item.spentSeconds + stretch;
}

/** Minutes and seconds, such as `4:05`; hours count as minutes. */
export function clockOf(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
}
