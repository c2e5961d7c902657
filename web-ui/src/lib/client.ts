import {
  Client,
  type CombinedError,
  cacheExchange,
  fetchExchange,
  mapExchange,
  type TypedDocumentNode,
} from "@urql/core";
import { persistedExchange } from "@urql/exchange-persisted";
import { csrfHeaders, sessionExpired } from "~/lib/session";
import { tracedFetch } from "~/lib/trace";

/** What the generator leaves of a document: its hash, by which the server knows it. */
export function hashOf(document: unknown): string {
  const hash = (document as { __meta__?: { hash?: string } }).__meta__?.hash;
  if (hash === undefined) throw new Error("Documents are made with graphql(), so that the server knows them.");
  return hash;
}

export const endpoint = "/graphql";

/** True when the server says that nobody is signed in: by status, or on a field. */
export function isUnauthenticated(error: CombinedError): boolean {
  const response = error.response as Response | undefined;
  return (
    response?.status === 401 || error.graphQLErrors.some(({ extensions }) => extensions["code"] === "UNAUTHENTICATED")
  );
}

/**
 * The client of the page. Documents go by their hash; only while developing, a server that doesn't know one yet is sent
 * its text. What is shown comes from the cache at once and is read again behind it.
 */
export function createPageClient(): Client {
  return new Client({
    url: endpoint,
    requestPolicy: "cache-and-network",
    preferGetMethod: false,
    fetch: tracedFetch,
    fetchOptions: () => ({
      credentials: "same-origin",
      headers: { ...csrfHeaders(), accept: "application/graphql-response+json, application/json" },
    }),
    exchanges: [
      mapExchange({
        onError: (error) => {
          if (isUnauthenticated(error)) sessionExpired();
        },
      }),
      cacheExchange,
      persistedExchange({
        preferGetForPersistedQueries: false,
        enforcePersistedQueries: !import.meta.env.DEV,
        enableForMutation: true,
        generateHash: (_, document) => Promise.resolve(hashOf(document)),
      }),
      fetchExchange,
    ],
  });
}

export type { TypedDocumentNode };
