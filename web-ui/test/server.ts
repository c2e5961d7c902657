import { Client, type ExecutionResult, fetchExchange } from "@urql/core";
import { vi } from "vitest";

/** What a test's server answers to an operation, by its name. */
export type Answers = Readonly<Record<string, (variables: Record<string, unknown>) => ExecutionResult>>;

export interface FakeServer {
  readonly client: Client;
  /** Names and variables of what was asked, in order. */
  readonly asked: { readonly name: string; readonly variables: Record<string, unknown> }[];
}

/**
 * A server that answers in memory. It stands behind fetch, so that what is tested goes through the real client. Event
 * streams stay open and silent.
 */
export function fakeServer(answers: Answers): FakeServer {
  const asked: FakeServer["asked"] = [];
  vi.stubGlobal("fetch", (_url: string, init: RequestInit) => {
    if (new Headers(init.headers).get("accept") === "text/event-stream") return new Promise<Response>(() => undefined);
    const { operationName, variables = {} } = JSON.parse(String(init.body));
    asked.push({ name: operationName, variables });
    const answer = answers[operationName];
    if (!answer) throw new Error(`The test answers nothing to ${operationName}.`);
    return Promise.resolve(
      new Response(JSON.stringify(answer(variables)), { headers: { "content-type": "application/json" } }),
    );
  });
  return { client: new Client({ url: "/graphql", exchanges: [fetchExchange], preferGetMethod: false }), asked };
}
