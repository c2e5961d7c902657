import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { onTimeDelivery, percent } from "~test/fixtures";
import { renderPage } from "~test/render";
import { ControlChart } from "./control-chart";
import { TrendChart } from "./trend-chart";

it("gives the same figures as a table to those who can't see it", () => {
  renderPage(<TrendChart series={onTimeDelivery} measure={percent} label="On-time delivery" />);
  const rows = within(screen.getByRole("table", { name: "On-time delivery" })).getAllByRole("row");
  expect(rows).toHaveLength(14);
  expect(rows[1]?.textContent).toMatch(/95\.8\s%/);
  expect(rows[1]?.textContent).toContain("Green");
});

it("names the target and the limits where they end", () => {
  renderPage(<TrendChart series={onTimeDelivery} measure={percent} label="On-time delivery" withTable={false} />);
  expect(screen.getByText("Target 95.0")).toBeDefined();
  expect(screen.getByText("Red limit 90.0")).toBeDefined();
  expect(screen.getByText("Upper limit 99.4")).toBeDefined();
});

it("is read period by period with a slider, which tells what it stands on", () => {
  renderPage(<ControlChart series={onTimeDelivery} measure={percent} label="On-time delivery" signals={[]} />);
  const slider = screen.getByRole("slider", { name: "Period to read" });
  expect(slider.getAttribute("aria-valuetext")).toMatch(/^November 2026: 95\.8\s%$/);
  fireEvent.change(slider, { target: { value: "8" } });
  expect(slider.getAttribute("aria-valuetext")).toMatch(/^July 2026: 86\.1\s%$/);
  expect(screen.getByText("Red")).toBeDefined();
});

it("shows its figures as a table on one press", async () => {
  renderPage(<ControlChart series={onTimeDelivery} measure={percent} label="On-time delivery" signals={[]} />);
  await userEvent.click(screen.getByRole("radio", { name: "Table" }));
  expect(within(screen.getByRole("table", { name: "On-time delivery" })).getAllByRole("row")).toHaveLength(14);
});

it("tells of signals with their stretch, and only of those it shows a point of", () => {
  const signal = {
    rule: "SHIFT",
    text: "7 or more points in a row on one side of the mean",
    variation: "CONCERN" as const,
  };
  const signals = [
    { ...signal, periods: ["2020-01", "2020-07"] },
    { ...signal, periods: ["2026-04", "2026-10"] },
  ];
  renderPage(<ControlChart series={onTimeDelivery} measure={percent} label="On-time delivery" signals={signals} />);
  expect(screen.getByText("April 2026 – October 2026")).toBeDefined();
  expect(screen.queryByText(/2020/)).toBeNull();
});
