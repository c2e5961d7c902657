import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Status } from "~/lib/scalars";
import { renderPage } from "~test/render";
import { StatusMark } from "./status-mark";

const all: readonly Status[] = ["GREEN", "AMBER", "RED", "STALE", "NO_DATA"];

it("tells every status by its own word and its own shape, so never by colour alone", () => {
  const marks = all.map((status) => {
    const { container, unmount } = renderPage(<StatusMark status={status} />);
    const mark = { word: container.textContent, shape: container.querySelector("svg")?.innerHTML };
    unmount();
    return mark;
  });
  expect(new Set(marks.map((mark) => mark.word)).size).toBe(all.length);
  expect(new Set(marks.map((mark) => mark.shape)).size).toBe(all.length);
  expect(marks.map((mark) => mark.word)).toEqual(["Green", "Amber", "Red", "Stale", "No data"]);
});

it("is still read out where only the shape is shown", () => {
  renderPage(<StatusMark status="RED" tone="shape" />);
  expect(screen.getByText("Red")).toBeDefined();
});

it("speaks German", () => {
  renderPage(<StatusMark status="RED" />, "de");
  expect(screen.getByText("Rot")).toBeDefined();
});
