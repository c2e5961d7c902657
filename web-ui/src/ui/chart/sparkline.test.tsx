import { expect, it } from "vitest";
import { seriesOf } from "~test/fixtures";
import { renderPage } from "~test/render";
import { Sparkline } from "./sparkline";

const parts = (container: HTMLElement, part: string) => [...container.querySelectorAll(`[data-part="${part}"]`)];

it("leaves a gap where a figure is missing instead of drawing across it", () => {
  const series = seriesOf(["9", "8", null, "9", "9"], ["GREEN", "GREEN", "NO_DATA", "GREEN", "GREEN"]);
  const { container } = renderPage(<Sparkline series={series} label="Days late" />);
  expect(parts(container, "line")).toHaveLength(2);
});

it("still shows a figure that stands alone between two gaps", () => {
  const series = seriesOf(["9", null, "8", null, "9"], ["GREEN", "NO_DATA", "GREEN", "NO_DATA", "GREEN"]);
  const { container } = renderPage(<Sparkline series={series} label="Days late" />);
  expect(parts(container, "dot")).toHaveLength(3);
});

it("marks reds by a shape of their own", () => {
  const series = seriesOf(["9", "15", "9"], ["GREEN", "RED", "GREEN"]);
  const { container } = renderPage(<Sparkline series={series} label="Days late" />);
  expect(parts(container, "red").map((mark) => mark.tagName)).toEqual(["rect"]);
});

it("draws the target as steps, and survives a series without any figure", () => {
  const { container } = renderPage(
    <Sparkline series={seriesOf([null, null], ["NO_DATA", "NO_DATA"])} label="Days late" />,
  );
  expect(parts(container, "target")).toHaveLength(1);
  expect(parts(container, "line")).toHaveLength(0);
});
