import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { Provider } from "urql";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { renderPage } from "~test/render";
import { type Answers, fakeServer } from "~test/server";
import { FiguresPage } from "./figures-page";
import { RecordDialog } from "./record-dialog";

beforeEach(() => {
  vi.setSystemTime(new Date("2026-11-22T10:00:00Z"));
});

afterEach(() => {
  vi.useRealTimers();
});

function kpi(slug: string, displayName: string) {
  return {
    __typename: "Kpi",
    id: slug,
    slug,
    displayName,
    unit: "DAYS",
    currency: null,
    decimals: 1,
    frequency: "MONTHLY",
    aggregation: "MEAN",
    rolledFrom: [],
  };
}

function figure(kpiSlug: string, period: string) {
  return {
    __typename: "Measurement",
    id: `${kpiSlug}/${period}`,
    kpiSlug,
    period,
    revision: 1,
    value: "5",
    numerator: null,
    denominator: null,
    noActivity: false,
    status: "GREEN",
    current: true,
  };
}

function sheet(nodes: readonly unknown[]) {
  return {
    data: {
      partnership: {
        id: "p",
        displayName: "Cipla",
        timeZone: "Europe/Berlin",
        viewerMay: ["RECORD_MEASUREMENTS"],
        scorecard: {
          live: true,
          goal: null,
          drivers: [{ kpi: kpi("lead-time", "Lead time") }, { kpi: kpi("days-late", "Days late") }],
          watched: [],
        },
        measurements: { nodes },
      },
    },
  };
}

const bothMissOctober = [figure("lead-time", "2026-09"), figure("days-late", "2026-09")];
const recorded = { recordedCount: 1, unchangedCount: 0, measurements: [], userErrors: [] };

function open(answers: Answers) {
  const server = fakeServer({ FigureSheet: () => sheet(bothMissOctober), ...answers });
  renderPage(
    <Provider value={server.client}>
      <RecordDialog slug="cipla" isOpen onClose={() => undefined} />
    </Provider>,
  );
  return server;
}

const leadTime = () => screen.findByRole("textbox", { name: /Lead time, Oct 2026/ });
const daysLate = () => screen.findByRole("textbox", { name: /Days late, Oct 2026/ });
const record = () => screen.getByRole("button", { name: "Record" });

it("asks for the periods that are over and lack a figure, and sends what was filled in", async () => {
  const { asked } = open({ RecordFigures: () => ({ data: { recordMeasurements: recorded } }) });
  await userEvent.type(await daysLate(), "8.1");
  await userEvent.click(record());
  await waitFor(() => expect(asked.at(-1)?.name).toBe("RecordFigures"));
  expect(asked.at(-1)?.variables["input"]).toMatchObject({
    partnership: "cipla",
    measurements: [{ kpi: "days-late", period: "2026-10", figure: { value: "8.1" } }],
  });
});

it("says next to the field what the server has against it, and keeps what was typed", async () => {
  open({
    RecordFigures: () => ({
      data: {
        recordMeasurements: {
          ...recorded,
          recordedCount: 0,
          userErrors: [
            { code: "FIGURE_RANGE", field: "measurements.0.figure.value", message: "More days than the month has." },
          ],
        },
      },
    }),
  });
  const field = await daysLate();
  await userEvent.type(field, "81");
  await userEvent.click(record());
  await waitFor(() => expect(field.getAttribute("aria-invalid")).toBe("true"));
  const told = (field.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id));
  expect(told.map((element) => element?.textContent).join(" ")).toContain("More days than the month has.");
  expect((field as HTMLInputElement).value).toBe("81");
  expect((await leadTime()).getAttribute("aria-invalid")).not.toBe("true");
});

it("sends nothing while something typed is no number", async () => {
  const { asked } = open({});
  await userEvent.type(await leadTime(), "abc");
  await userEvent.type(await daysLate(), "8");
  await userEvent.click(record());
  expect(await screen.findByText("One entry is no number yet.")).toBeDefined();
  expect(asked.map(({ name }) => name)).not.toContain("RecordFigures");
});

it("sends the same again under the same id after an answer got lost, so that it counts once", async () => {
  const { asked } = open({ RecordFigures: () => ({ errors: [{ message: "gone" }] }) as never });
  await userEvent.type(await daysLate(), "8.1");
  await userEvent.click(record());
  await waitFor(() => expect(asked.filter(({ name }) => name === "RecordFigures")).toHaveLength(1));
  await userEvent.click(record());
  await waitFor(() => expect(asked.filter(({ name }) => name === "RecordFigures")).toHaveLength(2));
  const ids = asked
    .filter(({ name }) => name === "RecordFigures")
    .map(({ variables }) => (variables["input"] as { requestId: string }).requestId);
  expect(new Set(ids).size).toBe(1);
  expect(((await daysLate()) as HTMLInputElement).value).toBe("8.1");
});

function FiguresWithNews() {
  const [changes, setChanges] = useState(0);
  return (
    <>
      <button type="button" onClick={() => setChanges((count) => count + 1)}>
        News
      </button>
      <FiguresPage slug="cipla" changes={changes} absent={null} />
    </>
  );
}

it("keeps what was typed into the table when somebody else records the same figure meanwhile, and says so", async () => {
  let nodes = bothMissOctober;
  const { client, asked } = fakeServer({ FigureSheet: () => sheet(nodes) });
  renderPage(
    <Provider value={client}>
      <FiguresWithNews />
    </Provider>,
  );
  const cell = () => screen.findByRole<HTMLInputElement>("textbox", { name: "Days late, October 2026" });
  await userEvent.type(await cell(), "8.1");
  nodes = [...bothMissOctober, figure("days-late", "2026-10")];
  await userEvent.click(screen.getByRole("button", { name: "News" }));
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(await screen.findByText("now 5.0")).toBeDefined();
  expect((await cell()).value).toBe("8.1");
});
