import { useEffect, useEffectEvent } from "react";

const pause = 3_000; // milliseconds; a quarter more or less, so that many open pages don't ask at once

/** Calls again and again, every few seconds, for as long as the component is there and somebody looks at it. */
export function useAgain(action: (() => void) | undefined): void {
  const act = useEffectEvent(() => {
    if (document.visibilityState === "visible") action?.();
  });
  useEffect(() => {
    const timer = setInterval(() => act(), pause * (0.75 + Math.random() / 2));
    return () => clearInterval(timer);
  }, []);
}
