import { expect, it } from "vitest";
import { readEvents, type StreamEvent } from "./event-stream";

async function read(...pieces: readonly string[]): Promise<readonly StreamEvent[]> {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(encoder.encode(piece));
      controller.close();
    },
  });
  const events: StreamEvent[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

it("reads events however the network cuts them", async () => {
  expect(await read("event: ne", "xt\nda", 'ta: {"a":1}\n', "\nevent:complete\ndata:\n\n")).toEqual([
    { name: "next", data: '{"a":1}' },
    { name: "complete", data: "" },
  ]);
});

it("understands the line ends of other systems, several data lines, and comments", async () => {
  expect(await read(": still here\r\n\r\ndata: one\r\ndata: two\r\n\r\n")).toEqual([
    { name: "message", data: "" },
    { name: "message", data: "one\ntwo" },
  ]);
});

it("does not tell an event that was cut off", async () => {
  expect(await read('event: next\ndata: {"a"')).toEqual([]);
});
