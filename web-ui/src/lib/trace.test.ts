import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { tracedFetch } from "./trace";

const asked: [string, RequestInit][] = [];
let recorded = false;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  vi.stubGlobal("document", { cookie: "" });
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    asked.push([url, init]);
    const headers: Record<string, string> = recorded && url === "/graphql" ? { traceresponse: "00-aa-bb-01" } : {};
    return Promise.resolve(new Response("{}", { headers }));
  });
});

afterEach(() => {
  asked.length = 0;
  vi.useRealTimers();
});

const ask = () =>
  tracedFetch("/graphql", {
    method: "POST",
    headers: { accept: "application/json" },
    body: JSON.stringify({ operationName: "Scorecard" }),
  });

const headersOf = (index: number) => asked[index]?.[1].headers as Record<string, string>;

it("begins a trace of its own with every request and keeps the other headers", async () => {
  recorded = false;
  await ask();
  await ask();
  expect(headersOf(0)).toMatchObject({ accept: "application/json" });
  expect(headersOf(0)["traceparent"]).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  expect(headersOf(1)["traceparent"]).not.toBe(headersOf(0)["traceparent"]);
});

it("tells how long it took only when the server records the request, and by the name of the operation", async () => {
  recorded = false;
  await ask();
  await vi.dynamicImportSettled();
  vi.runAllTimers();
  expect(asked).toHaveLength(1);

  recorded = true;
  await ask();
  await vi.dynamicImportSettled();
  vi.runAllTimers();
  const [url, init] = asked.at(-1) ?? ["", {}];
  expect(url).toBe("/api/page-spans");
  const [, traceId, spanId] = headersOf(1)["traceparent"]?.split("-") ?? [];
  expect(JSON.parse(String(init.body))).toEqual([
    { traceId, spanId, operation: "Scorecard", begin: expect.any(Number), milliseconds: expect.any(Number) },
  ]);
});
