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

/** Asks for a link to a new password; what comes back says nothing of who exists. */
export async function askForPassword(email: string): Promise<"asked" | "unreachable"> {
  const response = await post("/api/password-reset", { email });
  return response?.ok ? "asked" : "unreachable";
}

/** Whose link to a password it is. */
export type PasswordLink =
  | { readonly kind: "usable"; readonly displayName: string; readonly email: string; readonly invitation: boolean }
  | { readonly kind: "over" }
  | { readonly kind: "unreachable" };

export async function lookAtLink(secret: string): Promise<PasswordLink> {
  const response = await post("/api/password-link", { secret });
  if (response === null || response.status >= 500) return { kind: "unreachable" };
  if (!response.ok) return { kind: "over" };
  const { displayName, email, invitation } = await response.json();
  return { kind: "usable", displayName, email, invitation };
}

export type PasswordSet =
  | { readonly kind: "set" }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "over" }
  | { readonly kind: "unreachable" };

/** Sets the password of a link's person, once. */
export async function setPassword(secret: string, password: string): Promise<PasswordSet> {
  const response = await post("/api/password", { secret, password });
  if (response === null || response.status >= 500) return { kind: "unreachable" };
  if (response.ok) return { kind: "set" };
  if (response.status !== 400) return { kind: "over" };
  return { kind: "refused", message: String((await response.json()).detail) };
}

/** Null when nothing was heard. */
async function post(path: string, body: Record<string, string>): Promise<Response | null> {
  try {
    return await callGateway(path, { method: "POST", body: new URLSearchParams(body) });
  } catch {
    return null;
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
