import { stringifyDocument, type TypedDocumentNode } from "@urql/core";
import { useEffect, useEffectEvent, useState } from "react";
import { endpoint, hashOf } from "~/lib/client";
import { readEvents } from "~/lib/event-stream";
import { csrfHeaders, sessionExpired } from "~/lib/session";

export type Liveness = "live" | "reconnecting";

const firstPause = 500; // milliseconds; doubled with every failure
const longestPause = 15_000;

/** Milliseconds after which a line is dead although nobody ended it: the server says something every 8 s at least. */
const longestSilence = 20_000;

/**
 * Follows a GraphQL subscription for as long as the component is there, over server-sent events. A broken line is taken
 * up again, soon at first and then less often; what changed meanwhile is told by the event that every start begins with.
 */
export function useLive<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  onData: (data: Data) => void,
): Liveness {
  const [state, setState] = useState<Liveness>("reconnecting");
  const tell = useEffectEvent(onData);
  const body = JSON.stringify({
    variables,
    extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(document) } },
    ...(import.meta.env.DEV ? { query: stringifyDocument(document) } : {}),
  });

  useEffect(() => {
    const stop = new AbortController();
    const followed = follow<Data>(body, stop.signal, { state: setState, data: (data) => tell(data) });
    followed.catch(() => setState("reconnecting"));
    return () => stop.abort();
  }, [body]);

  return state;
}

interface Listener<Data> {
  readonly state: (state: Liveness) => void;
  readonly data: (data: Data) => void;
}

async function follow<Data>(body: string, signal: AbortSignal, listener: Listener<Data>): Promise<void> {
  let pause = firstPause;
  while (!signal.aborted) {
    const outcome = await followOnce(body, signal, listener).catch(() => "lost" as const);
    if (signal.aborted) return;
    listener.state("reconnecting");
    if (outcome === "refused") sessionExpired();
    pause = outcome === "ended" ? firstPause : Math.min(pause * 2, longestPause);
    await rest(pause * (0.75 + Math.random() / 2), signal);
  }
}

/** `ended` after it was live, `refused` when nobody is signed in, `lost` when it never began. */
async function followOnce<Data>(
  body: string,
  signal: AbortSignal,
  listener: Listener<Data>,
): Promise<"ended" | "refused" | "lost"> {
  const silence = new AbortController();
  let watchdog = setTimeout(() => silence.abort(), longestSilence);
  const heard = () => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => silence.abort(), longestSilence);
  };
  try {
    return await listen(body, AbortSignal.any([signal, silence.signal]), listener, heard);
  } finally {
    clearTimeout(watchdog);
  }
}

async function listen<Data>(
  body: string,
  signal: AbortSignal,
  listener: Listener<Data>,
  heard: () => void,
): Promise<"ended" | "refused" | "lost"> {
  const response = await fetch(endpoint, {
    method: "POST",
    credentials: "same-origin",
    headers: { ...csrfHeaders(), accept: "text/event-stream", "content-type": "application/json" },
    body,
    signal,
  });
  if (response.status === 401) return "refused";
  if (!response.ok || !response.body) return "lost";
  listener.state("live");
  try {
    for await (const event of readEvents(response.body)) {
      heard();
      if (event.name === "complete") break;
      if (event.data === "" || event.name !== "next") continue;
      const result = JSON.parse(event.data) as { data?: Data | null };
      if (result.data) listener.data(result.data);
    }
  } catch {
    // The line broke; that is an end like any other.
  }
  return "ended";
}

/** Waits, but not past the moment at which the network or the reader comes back. */
function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      for (const [target, event] of wakers) target.removeEventListener(event, done);
      resolve();
    };
    const wakers = [
      [window, "online"],
      [document, "visibilitychange"],
      [signal, "abort"],
    ] as const;
    const timer = setTimeout(done, milliseconds);
    for (const [target, event] of wakers) target.addEventListener(event, done);
  });
}

const coalescing = 120; // milliseconds within which changes are answered by one reading

const patience = 5_000; // milliseconds after which a reading is begun anew although one is under way

/** The state of a query: asked for the first time, or again while the answer before is shown. */
export interface Reading {
  readonly fetching: boolean;
  readonly stale: boolean;
}

/** Whoever only counts changes reads nothing itself. */
export const readsNothing: Reading = { fetching: false, stale: false };

/**
 * Calls back once for many calls in quick succession, as when a start tells of every partnership at once. What is called for
 * while a reading is under way is done after it: that one may have begun before the change, is not cut off, and would swallow the
 * same question asked again.
 */
export function useCoalesced(action: () => void, { fetching, stale }: Reading): () => void {
  const act = useEffectEvent(action);
  const [wanted, setWanted] = useState<"no" | "yes">("no");
  const isReading = fetching || stale;
  useEffect(() => {
    if (wanted === "no") return;
    const timer = setTimeout(
      () => {
        setWanted("no");
        act();
      },
      isReading ? patience : coalescing,
    );
    return () => clearTimeout(timer);
  }, [wanted, isReading]);
  return () => setWanted("yes");
}
