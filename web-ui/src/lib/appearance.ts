import { useSyncExternalStore } from "react";

/** Light, dark, or whatever the device says. */
export type Appearance = "system" | "light" | "dark";

const key = "drumbeat.appearance";
const listeners = new Set<() => void>();

function stored(): Appearance {
  try {
    const value = localStorage.getItem(key);
    return value === "light" || value === "dark" ? value : "system";
  } catch {
    return "system"; // storage may be forbidden; then the choice lasts as long as the page
  }
}

let current: Appearance = stored();

export function applyAppearance(): void {
  if (current === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = current;
}

export function chooseAppearance(appearance: Appearance): void {
  current = appearance;
  try {
    localStorage.setItem(key, appearance);
  } catch {
    // see stored()
  }
  applyAppearance();
  for (const listener of listeners) listener();
}

export function useAppearance(): Appearance {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
