import { expect, it } from "vitest";
import { changesOf } from "./changes";

it("tells what differs and nothing else", () => {
  expect(changesOf('{"side":"OWNER","role":"OPS"}', '{"side":"OWNER","role":"LEADER"}')).toEqual([
    { name: "role", before: "OPS", after: "LEADER" },
  ]);
});

it("tells what came and what went", () => {
  expect(changesOf(null, '{"redLimit":"90","upper":null}')).toEqual([{ name: "red limit", before: null, after: "90" }]);
  expect(changesOf('{"bounds":{"value":"1"}}', "")).toEqual([{ name: "bounds", before: '{"value":"1"}', after: null }]);
});

it("shows what is no JSON as it is", () => {
  expect(changesOf(null, "plain words")).toEqual([{ name: "", before: null, after: "plain words" }]);
});
