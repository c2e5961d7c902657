import { callGateway } from "~/lib/session";

/** How long a request took as the page saw it. */
export interface PageSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** Milliseconds since 1970. */
  readonly begin: number;
  readonly milliseconds: number;
}

const pause = 1_000; // milliseconds in which spans are gathered
const atOnce = 50;

let waiting: (PageSpan & { readonly operation: string })[] = [];

/** Tells the gateway a little later, with others; a span that gets lost is missed by nobody. */
export function report(span: PageSpan, body: unknown): void {
  if (waiting.length === 0) setTimeout(send, pause);
  if (waiting.length < atOnce) waiting.push({ ...span, operation: operationOf(body) });
}

function send(): void {
  const spans = waiting;
  waiting = [];
  const headers = { "content-type": "application/json" };
  callGateway("/api/page-spans", { method: "POST", keepalive: true, headers, body: JSON.stringify(spans) }).catch(
    () => undefined,
  );
}

function operationOf(body: unknown): string {
  try {
    return String((JSON.parse(String(body)) as { operationName?: string }).operationName);
  } catch {
    return "";
  }
}
