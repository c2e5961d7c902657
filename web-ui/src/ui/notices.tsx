import { lazy, Suspense, useSyncExternalStore } from "react";

export interface Notice {
  /** `done` goes by itself; `failed` stays until it is closed. */
  readonly kind: "done" | "failed";
  readonly text: string;
}

let notices: readonly Notice[] = [];
const listeners = new Set<() => void>();

/** Tells, without getting in the way, how something ended that was started on the page. */
export function notify(notice: Notice): void {
  notices = [...notices, notice];
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const ToastNotices = lazy(() => import("./toast").then((module) => ({ default: module.ToastNotices })));

/** Where notices appear; once, at the root of the page. What shows them is fetched with the first one. */
export function Notices() {
  const told = useSyncExternalStore(listen, () => notices);
  if (told.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <ToastNotices notices={told} />
    </Suspense>
  );
}
