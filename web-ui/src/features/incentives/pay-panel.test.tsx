import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { FragmentType } from "~/graphql/fragment-masking";
import { renderPage } from "~test/render";
import { PayPanel, type PayPanelDocument, PayUnknown } from "./pay-panel";

const money = (amount: string) => ({ amount, currency: "USD" });

const panel = {
  live: true,
  knownAt: "2026-11-22T10:32:00Z",
  computedAt: "2026-11-22T10:32:00Z",
  openEvidence: 0,
  waiting: [{ kind: "statements", slug: "bonus.2026-Q3.1" }],
  head: { count: 7, digest: "ab12cd34ef56ab12cd34ef56" },
  projections: [
    {
      agreementSlug: "bonus",
      agreementDisplayName: "Service bonus",
      period: "2026-Q4",
      amount: money("-4200.00"),
      amountBefore: money("1500.25"),
      credits: money("350.00"),
      movements: [{ kpiSlug: "otd", kpiDisplayName: "On-time delivery", change: money("-5700.25") }],
      openQuestions: [],
    },
  ],
};

function show(data: object, language: "en" | "de" = "en") {
  renderPage(<PayPanel slug="cipla" panel={data as FragmentType<typeof PayPanelDocument>} />, language);
}

it("says what the period pays, what moved it, what was credited and what waits", () => {
  show(panel);
  expect(screen.getByText("−4,200.00 USD")).toBeDefined();
  expect(screen.getByText("−5,700.25 USD")).toBeDefined();
  expect(screen.getByText("+350.00 USD")).toBeDefined();
  expect(screen.getByRole("link", { name: "A statement waits for your side" }).getAttribute("href")).toBe(
    "/p/cipla/statements/bonus.2026-Q3.1",
  );
  expect(screen.getByText(/ab12cd34ef56/)).toBeDefined();
});

it("writes amounts as a German reader does", () => {
  show(panel, "de");
  expect(screen.getByText("−4.200,00 USD")).toBeDefined();
});

it("says that it is not live and since when", () => {
  show({ ...panel, live: false });
  expect(screen.getByRole("status").textContent).toContain("Incentives can't be reached. Last known at");
});

it("says what is missing when no agreement is in force, and when nothing is known", () => {
  show({ ...panel, projections: [], waiting: [] });
  expect(screen.getByText("No agreement is in force.")).toBeDefined();
  renderPage(<PayUnknown />);
  expect(screen.getByText(/Nothing is known of it yet/)).toBeDefined();
});
