import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Provider } from "urql";
import { expect, it } from "vitest";
import { type Viewer, ViewerContext } from "~/lib/viewer";
import { onTimeDelivery } from "~test/fixtures";
import { renderPage } from "~test/render";
import { type Answers, fakeServer } from "~test/server";
import { PortfolioPage } from "./portfolio-page";

const ana: Viewer = {
  name: "Ana Ortega",
  slug: "ana",
  email: null,
  companySlug: "scms",
  role: "member",
  partnerships: 2,
};

function line(slug: string, status: string) {
  return {
    __typename: "PortfolioLine",
    state: "PUBLISHED",
    redCount: status === "RED" ? 2 : 0,
    amberCount: 0,
    staleCount: 0,
    openEpisodeCount: 0,
    lastDataAt: "2026-11-02T10:00:00Z",
    actionCounts: status === "RED" ? { open: 3, unowned: 2, overdue: 1, marked: true } : null,
    partnership: { id: slug, slug, displayName: `SCMS and ${slug}`, partner: { id: slug, displayName: slug } },
    goal: {
      status,
      period: "2026-10",
      value: "86.1",
      target: { value: "95.0", upperValue: null },
      stalePeriod: null,
      series: onTimeDelivery,
      openEpisode: status === "RED" ? { id: "e", firstPeriod: "2026-08" } : null,
      kpi: { id: "k", displayName: "On-time delivery", unit: "PERCENT", currency: null, decimals: 1 },
    },
  };
}

function portfolio(nodes: readonly unknown[], more: object = {}) {
  return {
    data: {
      portfolio: {
        totalCount: nodes.length,
        live: true,
        knownAt: "2026-11-22T10:32:00Z",
        pageInfo: { hasNextPage: false, endCursor: null },
        nodes,
        ...more,
      },
    },
  };
}

function open(answers: Answers) {
  history.replaceState(null, "", "/");
  const server = fakeServer(answers);
  renderPage(
    <Provider value={server.client}>
      <ViewerContext value={ana}>
        <PortfolioPage />
      </ViewerContext>
    </Provider>,
  );
  return server;
}

it("shows a line per partnership with status in words, figure, target and since when it is red", async () => {
  open({ Portfolio: () => portfolio([line("Cipla", "RED"), line("Hetero", "GREEN")]) });
  const row = await screen.findByRole("row", { name: /SCMS and Cipla/ });
  expect(within(row).getByText("Red")).toBeDefined();
  expect(row.textContent).toMatch(/86\.1\s%/);
  expect(row.textContent).toContain("95.0");
  expect(row.textContent).toContain("since Aug 2026");
  expect(row.textContent).toContain("2 red");
  expect(row.textContent).toContain("2 unowned");
  expect(row.textContent).toContain("1 overdue");
  expect(within(row).getByRole("link", { name: "SCMS and Cipla" }).getAttribute("href")).toBe("/p/Cipla");
});

it("asks the server for the chosen statuses and puts them into the address", async () => {
  const { asked } = open({ Portfolio: () => portfolio([line("Cipla", "RED")]) });
  await userEvent.click(await screen.findByRole("button", { name: "Red" }));
  await waitFor(() => expect(asked.at(-1)?.variables["statuses"]).toEqual(["RED"]));
  expect(location.search).toBe("?status=RED");
});

it("keeps a status that is chosen before the search has begun", async () => {
  const { asked } = open({ Portfolio: () => portfolio([line("Cipla", "RED")]) });
  await userEvent.type(await screen.findByRole("searchbox"), "cip");
  await userEvent.click(screen.getByRole("button", { name: "Red" }));
  await waitFor(() => expect(asked.at(-1)?.variables["search"]).toBe("cip"));
  expect(asked.at(-1)?.variables["statuses"]).toEqual(["RED"]);
  expect(location.search).toBe("?q=cip&status=RED");
});

it("leads by keyboard: slash to the search, down into the lines", async () => {
  open({ Portfolio: () => portfolio([line("Cipla", "RED"), line("Hetero", "GREEN")]) });
  await screen.findByRole("link", { name: "SCMS and Cipla" });
  await userEvent.keyboard("/");
  expect(document.activeElement).toBe(screen.getByRole("searchbox"));
  await userEvent.keyboard("{ArrowDown}{ArrowDown}");
  expect(document.activeElement).toBe(screen.getByRole("link", { name: "SCMS and Hetero" }));
});

it("says how old the lines are when KPIs can't be reached, and keeps showing them", async () => {
  open({ Portfolio: () => portfolio([line("Cipla", "RED")], { live: false }) });
  expect(await screen.findByText("KPIs can't be reached.")).toBeDefined();
  expect(screen.getByText(/Last known at/)).toBeDefined();
  expect(screen.getByRole("link", { name: "SCMS and Cipla" })).toBeDefined();
});

it("says so when nothing is known, and offers to try again", async () => {
  const { asked } = open({
    Portfolio: () => ({ data: { portfolio: null }, errors: [{ message: "kpis can't be reached" }] }),
  });
  await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
  await waitFor(() => expect(asked.length).toBeGreaterThan(1));
});

it("tells someone who is on no partnership why there is nothing", async () => {
  open({ Portfolio: () => portfolio([]) });
  expect(await screen.findByRole("heading", { name: "No partnership yet" })).toBeDefined();
});
