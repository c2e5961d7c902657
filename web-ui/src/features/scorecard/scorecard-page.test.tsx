import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { makeFragmentData } from "~/graphql/fragment-masking";
import type { Status } from "~/lib/scalars";
import { onTimeDelivery } from "~test/fixtures";
import { renderPage } from "~test/render";
import { ScorecardHeaderFragment } from "./scorecard-header";
import { ScorecardPage, ScorecardPageFragment } from "./scorecard-page";

function standing(slug: string, displayName: string, status: Status, more: object = {}) {
  return {
    kpi: {
      id: slug,
      slug,
      displayName,
      description: "",
      unit: "PERCENT",
      currency: null,
      decimals: 1,
      direction: "HIGHER_IS_BETTER",
      measureType: "OUTPUT",
      effectOnGoal: "Late starts leave no room.",
    },
    status,
    period: "2026-10",
    value: "86.4",
    change: "-1.6",
    target: { value: "95.0", redLimit: "90.0", upperValue: null, upperRedLimit: null },
    stalePeriod: null,
    staleSince: null,
    series: onTimeDelivery,
    variation: null,
    assurance: null,
    pointsMissing: 5,
    driftAlarms: [],
    proposedCorrections: 0,
    proposedTargets: 0,
    contests: 0,
    ...more,
  };
}

type Masked = Parameters<typeof ScorecardPage>[0];

function page(more: object = {}): NonNullable<Masked["scorecard"]> {
  const data = {
    state: "PUBLISHED",
    missing: [],
    live: true,
    knownAt: "2026-11-22T10:32:00Z",
    lastDataAt: "2026-11-19T08:00:00Z",
    goal: standing("otd", "On-time delivery", "RED"),
    drivers: [
      standing("late", "Days late", "AMBER"),
      standing("lead", "Lead time", "STALE", { stalePeriod: "2026-10", staleSince: "2026-11-11T00:00:00Z" }),
      standing("new", "New", "NO_DATA", { value: null, target: null }),
    ],
    watched: [],
    openEpisodes: [
      {
        id: "e",
        kpiSlug: "otd",
        kpiDisplayName: "On-time delivery",
        firstPeriod: "2026-07",
        lastRedPeriod: "2026-10",
        redPeriods: 4,
        lastValue: "86.4",
        lastTarget: "95.0",
        openedAt: "2026-08-04T09:00:00Z",
      },
    ],
    ...more,
  };
  return makeFragmentData(data as never, ScorecardPageFragment);
}

function show(scorecard: Masked["scorecard"], more: Partial<Masked> = {}) {
  const partnership = {
    id: "p",
    slug: "cipla",
    displayName: "Cipla",
    timeZone: "Europe/Berlin",
    dataNotice: null,
    owner: { id: "o", displayName: "SCMS" },
    partner: { id: "c", displayName: "Cipla Limited" },
  };
  return renderPage(
    <ScorecardPage
      partnership={makeFragmentData(partnership as never, ScorecardHeaderFragment)}
      scorecard={scorecard}
      timeZone="Europe/Berlin"
      live="live"
      asOf={null}
      onAsOf={() => undefined}
      onRetry={() => undefined}
      hrefOf={(kpi) => `/p/cipla/kpis/${kpi}`}
      driverAction={() => null}
      {...more}
    />,
  );
}

it("says every status in a word, never by colour alone", () => {
  show(page());
  const word = (name: string) => within(screen.getByRole("row", { name: new RegExp(name) })).getAllByRole("cell");
  expect(word("Days late").some((cell) => cell.textContent === "Amber")).toBe(true);
  expect(word("Lead time").some((cell) => cell.textContent?.startsWith("Stale"))).toBe(true);
  expect(word("New").some((cell) => cell.textContent === "No data")).toBe(true);
  expect(within(screen.getByRole("region", { name: "On-time delivery" })).getAllByText("Red")[0]).toBeDefined();
});

it("tells how far a red is from its target, exactly, and since when", () => {
  show(page());
  const card = screen.getByRole("article", { name: "On-time delivery" });
  expect(card.textContent).toMatch(/−8\.6\spts/);
  expect(card.textContent).toContain("Red since Jul 2026");
  expect(card.textContent).toContain("4 red periods");
});

it("shows no owner where none is known, and the answer where it is", () => {
  show(page());
  expect(screen.queryByText("Ana Ortega")).toBeNull();
  show(page(), { answerTo: () => "Ana Ortega" });
  expect(screen.getByText("Ana Ortega")).toBeDefined();
});

it("leads from a driver to its detail", () => {
  show(page());
  expect(screen.getByRole("link", { name: "Days late" }).getAttribute("href")).toBe("/p/cipla/kpis/late");
});

it("says what a draft lacks", () => {
  show(page({ state: "DRAFT", missing: ["two more drivers"], drivers: [] }));
  expect(screen.getByText("This page is a draft.")).toBeDefined();
  expect(screen.getByText("two more drivers")).toBeDefined();
});

it("says how old the figures are when KPIs can't be reached, and keeps showing them", () => {
  show(page({ live: false }));
  expect(screen.getByText("KPIs can't be reached.")).toBeDefined();
  expect(screen.getByRole("row", { name: /Days late/ })).toBeDefined();
});

it("says that it shows the past", () => {
  show(page(), { asOf: "2026-10-31T22:59:59Z", live: "past" });
  expect(screen.getByText(/^As known on .*31.*59.*\.$/)).toBeDefined();
  expect(screen.getByRole("button", { name: "Back to now" })).toBeDefined();
});
