import { useSyncExternalStore } from "react";

/** The header that proves to the gateway that a request comes from its own page. */
export function csrfHeaders(): Readonly<Record<string, string>> {
  // Behind TLS its name begins with a prefix that only this host can set.
  const token = /(?:^|; )(?:__Host-)?XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1];
  return token === undefined ? {} : { "X-XSRF-TOKEN": decodeURIComponent(token) };
}

/** The gateway's addresses besides GraphQL. Sends the session and the proof with it. */
export function callGateway(path: string, init: RequestInit): Promise<Response> {
  return fetch(path, {
    ...init,
    credentials: "same-origin",
    headers: { ...csrfHeaders(), ...(init.headers as Record<string, string> | undefined) },
  });
}

export type SignIn =
  | { readonly kind: "signed-in" }
  | { readonly kind: "wrong" }
  | { readonly kind: "wait"; readonly seconds: number }
  | { readonly kind: "unreachable" };

export async function signIn(email: string, password: string): Promise<SignIn> {
  try {
    const response = await callGateway("/api/sign-in", {
      method: "POST",
      body: new URLSearchParams({ email, password }),
    });
    if (response.ok) return { kind: "signed-in" };
    if (response.status === 429) {
      return { kind: "wait", seconds: Number(response.headers.get("Retry-After")) || 30 };
    }
    return response.status === 401 || response.status === 400 ? { kind: "wrong" } : { kind: "unreachable" };
  } catch {
    return { kind: "unreachable" };
  }
}

/** Ends the session and leaves every trace of what was read with it. */
export async function signOut(): Promise<void> {
  try {
    await callGateway("/api/sign-out", { method: "POST" });
  } finally {
    location.assign("/sign-in");
  }
}

let expired = false;
const listeners = new Set<() => void>();

function setExpired(value: boolean): void {
  if (expired === value) return;
  expired = value;
  for (const listener of listeners) listener();
}

/** Called wherever an answer shows that nobody is signed in any more. */
export function sessionExpired(): void {
  setExpired(true);
}

export function sessionRenewed(): void {
  setExpired(false);
}

export function useSessionExpired(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => expired,
  );
}
