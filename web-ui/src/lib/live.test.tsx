import { act, render, screen, waitFor } from "@testing-library/react";
import type { TypedDocumentNode } from "@urql/core";
import { parse } from "graphql";
import { expect, it, vi } from "vitest";
import { type Reading, useCoalesced, useLive } from "./live";
import { useSessionExpired } from "./session";

interface Changed {
  readonly changed: string;
}

const Changes = Object.assign(parse("subscription Changes { changed }"), {
  __meta__: { hash: "abc" },
}) as unknown as TypedDocumentNode<Changed, Record<string, never>>;

/** A server whose event streams a test writes to and breaks. */
function streamingServer(status = 200) {
  const lines: ReadableStreamDefaultController<Uint8Array>[] = [];
  const asked: RequestInit[] = [];
  vi.stubGlobal("fetch", (_url: string, init: RequestInit) => {
    asked.push(init);
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        lines.push(controller);
        init.signal?.addEventListener("abort", () => controller.error(init.signal?.reason), { once: true });
      },
    });
    return Promise.resolve(new Response(status === 200 ? body : null, { status }));
  });
  const send = (text: string) => lines.at(-1)?.enqueue(new TextEncoder().encode(text));
  return { lines, asked, send };
}

function Follower({ onData }: { onData: (data: Changed) => void }) {
  const state = useLive(Changes, {}, onData);
  return <p>{useSessionExpired() ? "signed out" : state}</p>;
}

it("tells what changed, asking for it by the document's hash", async () => {
  const server = streamingServer();
  const onData = vi.fn();
  render(<Follower onData={onData} />);
  await screen.findByText("live");
  server.send('event: next\ndata: {"data":{"changed":"cipla"}}\n\n');
  await waitFor(() => expect(onData).toHaveBeenCalledWith({ changed: "cipla" }));
  expect(JSON.parse(String(server.asked[0]?.body)).extensions.persistedQuery.sha256Hash).toBe("abc");
});

it("takes a broken line up again and says so meanwhile", async () => {
  const server = streamingServer();
  const onData = vi.fn();
  render(<Follower onData={onData} />);
  await screen.findByText("live");
  server.lines[0]?.error(new TypeError("network"));
  await screen.findByText("reconnecting");
  await waitFor(() => expect(server.lines).toHaveLength(2), { timeout: 2_000 });
  await screen.findByText("live");
  server.send('event: next\ndata: {"data":{"changed":"hetero"}}\n\n');
  await waitFor(() => expect(onData).toHaveBeenCalledWith({ changed: "hetero" }));
});

it("takes a line up anew on which nothing was heard for long, not one that is kept open", async () => {
  vi.useFakeTimers();
  try {
    const server = streamingServer();
    render(<Follower onData={() => undefined} />);
    await vi.advanceTimersByTimeAsync(15_000);
    server.send(": \n\n");
    await vi.advanceTimersByTimeAsync(15_000);
    expect(server.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(server.asked).toHaveLength(2);
  } finally {
    vi.useRealTimers();
  }
});

it("lets go of the line when its component is gone", async () => {
  const server = streamingServer();
  const { unmount } = render(<Follower onData={() => undefined} />);
  await screen.findByText("live");
  unmount();
  expect(server.asked[0]?.signal?.aborted).toBe(true);
});

it("notices that the session has ended", async () => {
  streamingServer(401);
  render(<Follower onData={() => undefined} />);
  await screen.findByText("signed out");
});

it("reads after the reading that is under way, since the same question would be swallowed", async () => {
  vi.useFakeTimers();
  try {
    const onRead = vi.fn();
    function Page({ reading }: { reading: Reading }) {
      return (
        <button type="button" onClick={useCoalesced(onRead, reading)}>
          changed
        </button>
      );
    }
    const idle = { fetching: false, stale: false };
    const { rerender } = render(<Page reading={{ fetching: true, stale: false }} />);
    await act(async () => screen.getByRole("button").click());
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(onRead).not.toHaveBeenCalled();
    rerender(<Page reading={idle} />);
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(onRead).toHaveBeenCalledTimes(1);
  } finally {
    vi.useRealTimers();
  }
});
