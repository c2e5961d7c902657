import { act, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { renderPage } from "~test/render";
import { ErrorState, PartialBanner } from "./state";

afterEach(() => vi.useRealTimers());

it("reads again by itself while a part of the page can't be reached", () => {
  vi.useFakeTimers();
  const again = vi.fn();
  const { unmount } = renderPage(<PartialBanner what="KPIs" knownAt="2026-11-22T10:32:00Z" onRetry={again} />);
  expect(screen.getByText("KPIs can't be reached.")).toBeDefined();
  act(() => vi.advanceTimersByTime(8_000));
  expect(again.mock.calls.length).toBeGreaterThanOrEqual(2);
  unmount();
  again.mockClear();
  act(() => vi.advanceTimersByTime(8_000));
  expect(again).not.toHaveBeenCalled();
});

it("reads again by itself while nothing can be read", () => {
  vi.useFakeTimers();
  const again = vi.fn();
  renderPage(<ErrorState title="The page can't be read" onRetry={again} />);
  act(() => vi.advanceTimersByTime(4_000));
  expect(again).toHaveBeenCalled();
});
