import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Provider } from "urql";
import { expect, it } from "vitest";
import { ViewerContext } from "~/lib/viewer";
import { renderPage } from "~test/render";
import { type Answers, fakeServer } from "~test/server";
import { MeetingPage } from "./meeting-page";

const ana = {
  name: "Ana Ortega",
  slug: "ana",
  email: null,
  companySlug: "scms",
  role: "member",
  partnerships: 1,
} as const;

const everything = [
  "START_MEETING",
  "END_MEETING",
  "ADD_ITEM",
  "UPDATE_ITEM",
  "SELECT_ITEM",
  "CLOSE_ITEM",
  "REOPEN_ITEM",
  "ADD_DECISION",
  "ADD_COMMITMENT",
  "ATTEND_MEETING",
];

function item(itemId: string, kind: string, more: object = {}) {
  return {
    itemId,
    kind,
    subject: null,
    title: `Item ${itemId}`,
    state: "OPEN",
    reason: null,
    note: null,
    plannedSeconds: 300,
    spentSeconds: 0,
    carriedOver: 0,
    live: true,
    revision: "1",
    addedBy: null,
    facts: {
      kpiSlug: null,
      actionId: null,
      actionNumber: null,
      period: "2026-W47",
      value: "86.4",
      target: "95.0",
      sincePeriod: "2026-W44",
      dueDate: null,
      overdueDays: 0,
      unownedSince: null,
      waiting: null,
      decimals: 1,
      unit: "PERCENT",
      owner: null,
    },
    ...more,
  };
}

function meeting(more: object = {}) {
  return {
    id: "m",
    slug: "sync-1",
    partnershipSlug: "cipla",
    seriesDisplayName: "Weekly sync",
    kind: "OPS_SYNC",
    state: "IN_PROGRESS",
    startsAt: "2026-11-24T08:00:00Z",
    endsAt: "2026-11-24T08:45:00Z",
    timeZone: "Europe/Berlin",
    movedFrom: null,
    reason: null,
    startableFrom: null,
    startedAt: "2026-11-24T08:00:30Z",
    endedAt: null,
    bothSidesPresent: false,
    currentItemId: "red",
    currentSince: "2026-11-24T08:01:00Z",
    agendaAsOf: null,
    nextStart: null,
    viewerMay: everything.filter((move) => move !== "START_MEETING"),
    revision: "4",
    attendances: [],
    missingParts: [],
    items: [item("red", "OWNED_RED"), item("added", "ADDED", { note: "As agreed" })],
    decisions: [],
    commitments: [],
    ...more,
  };
}

const standing = {
  series: { periods: ["2026-W46", "2026-W47"], values: ["88.0", "86.4"], statuses: ["GREEN", "RED"] },
  kpi: { id: "k", displayName: "On-time delivery", unit: "PERCENT", currency: null, decimals: 1 },
};

const commitment = {
  id: "c",
  partnershipSlug: "cipla",
  itemId: null,
  text: "Send the drawing",
  dueDate: "2026-12-01",
  state: "OPEN",
  revision: "3",
  owner: { slug: "ana", displayName: "Ana Ortega", side: "OWNER", companyDisplayName: "SCMS" },
};

function meetingAnswer(shown: ReturnType<typeof meeting>) {
  const member = (side: string, slug: string, displayName: string, companySlug: string) => ({
    side,
    role: "OPS",
    person: { id: slug, slug, displayName, companySlug },
  });
  const members = [member("OWNER", "ana", "Ana Ortega", "scms"), member("PARTNER", "pia", "Pia Rao", "cipla")];
  return {
    data: {
      partnership: {
        id: "p",
        slug: "cipla",
        displayName: "Cipla",
        timeZone: "Europe/Berlin",
        viewerSide: "OWNER",
        viewerMay: ["RUN_MEETINGS"],
        members,
        meeting: { live: true, knownAt: "2026-11-24T08:01:00Z", meeting: shown },
      },
    },
  };
}

function open(shown: ReturnType<typeof meeting>, answers: Answers = {}) {
  const server = fakeServer({
    Meeting: () => meetingAnswer(shown),
    ...answers,
  });
  renderPage(
    <Provider value={server.client}>
      <ViewerContext value={ana}>
        <MeetingPage slug="cipla" meeting="sync-1" />
      </ViewerContext>
    </Provider>,
  );
  return server;
}

it("says which part of the agenda is missing, and that it completes itself", async () => {
  open(meeting({ missingParts: [{ part: "ACTIONS", lastKnownAt: null }] }));
  expect(await screen.findByText(/^Missing: owners and due actions\. The agenda completes itself\.$/)).toBeDefined();
});

it("completes the agenda by itself when a part that was missing is back", async () => {
  let missing: object[] = [{ part: "INCENTIVES", lastKnownAt: null }];
  open(meeting(), { Meeting: () => meetingAnswer(meeting({ state: "SCHEDULED", missingParts: missing })) });
  expect(await screen.findByText(/^Missing: statements to sign/)).toBeDefined();
  missing = [];
  await waitFor(() => expect(screen.queryByText(/^Missing:/)).toBeNull(), { timeout: 4_500 });
});

it("says of a red whose owner can't be asked for that it is not known, not that there is none", async () => {
  const red = item("red", "UNOWNED_RED");
  open(meeting({ missingParts: [{ part: "ACTIONS", lastKnownAt: null }], items: [red] }));
  expect(await screen.findAllByText("Red, owner not known now")).toHaveLength(2);
  expect(screen.queryByText("Red, nobody owns it")).toBeNull();
});

it("says of a meeting that is over what it went without, and promises nothing", async () => {
  open(
    meeting({ state: "HELD", endedAt: "2026-11-24T08:40:00Z", missingParts: [{ part: "ACTIONS", lastKnownAt: null }] }),
  );
  expect(await screen.findByText("Out of reach during the whole meeting: owners and due actions.")).toBeDefined();
  expect(screen.queryByText(/completes itself/)).toBeNull();
});

it("shows the chart by itself when it can be read again", async () => {
  let reached = false;
  const red = item("red", "OWNED_RED");
  open(meeting({ items: [{ ...red, facts: { ...red.facts, kpiSlug: "otd" } }] }), {
    AgendaSubject: () => ({ data: { partnership: { id: "p", kpi: reached ? { standing } : null } } }),
  });
  expect(await screen.findByText("The chart can't be read right now.")).toBeDefined();
  reached = true;
  expect(await screen.findByRole("img", { name: /On-time delivery/ }, { timeout: 4_500 })).toBeDefined();
  expect(screen.queryByText("The chart can't be read right now.")).toBeNull();
});

it("says that one side alone does not hold a meeting", async () => {
  open(meeting());
  expect(await screen.findByText(/Only one side is here/)).toBeDefined();
});

it("offers no way to drop a live red, and asks why it waits", async () => {
  open(meeting());
  const red = await screen.findByRole("article", { name: "Now: Item red" });
  expect(within(red).queryByRole("button", { name: "Drop…" })).toBeNull();
  await userEvent.click(within(red).getByRole("button", { name: "Back next time" }));
  expect(within(red).getByLabelText("Why does this red wait until next time?")).toBeDefined();
});

it("starts with the worst item, and goes on to the next with one press", async () => {
  const moves: string[] = [];
  const done = (name: string, current: string | null) => () => {
    moves.push(name);
    return {
      data: {
        [name]: { meeting: { id: "m", state: "IN_PROGRESS", currentItemId: current, revision: "5" }, userErrors: [] },
      },
    };
  };
  const { asked } = open(meeting(), {
    CloseAgendaItem: done("closeAgendaItem", "red"),
    SelectAgendaItem: done("selectAgendaItem", "added"),
  });
  await userEvent.click(await screen.findByRole("button", { name: "Done, next" }));
  await waitFor(() => expect(moves).toEqual(["closeAgendaItem", "selectAgendaItem"]));
  expect(asked.find(({ name }) => name === "SelectAgendaItem")?.variables).toMatchObject({
    input: { itemId: "added", meeting: "sync-1", partnership: "cipla" },
  });
});

it("asks why reds stay open before it ends, and says what the server wants to know", async () => {
  const { asked } = open(meeting(), {
    EndMeeting: () => ({
      data: {
        endMeeting: {
          meeting: null,
          userErrors: [{ code: "REDS_UNRESOLVED", field: "unresolvedReason", message: "Say why a red stays open." }],
        },
      },
    }),
  });
  await userEvent.click(await screen.findByRole("button", { name: "End the meeting…" }));
  const dialog = await screen.findByRole("dialog", { name: "End the meeting" });
  expect(within(dialog).getByText("Item red")).toBeDefined();
  await userEvent.click(within(dialog).getByRole("button", { name: "End and freeze the minutes" }));
  expect(await within(dialog).findByText("Say why a red stays open.")).toBeDefined();
  expect(asked.some(({ name }) => name === "EndMeeting")).toBe(true);
});

it("keeps what was typed when the other side changed the same note, and shows theirs", async () => {
  let note = "As agreed";
  let revision = "1";
  const server = open(meeting({ currentItemId: "added" }), {
    UpdateAgendaItem: () => {
      note = "Pia wrote this";
      revision = "2";
      return {
        data: {
          updateAgendaItem: {
            meeting: null,
            userErrors: [{ code: "REVISION_STALE", field: null, message: "It was changed in the meantime." }],
          },
        },
      };
    },
    Meeting: () =>
      meetingAnswer(meeting({ currentItemId: "added", items: [item("added", "ADDED", { note, revision })] })),
  });
  const field = await screen.findByLabelText<HTMLTextAreaElement>("What was said");
  await userEvent.type(field, ", says Ana");
  await userEvent.tab();
  expect(await screen.findByText("Pia wrote this", {}, { timeout: 4_000 })).toBeDefined();
  expect(field.value).toBe("As agreed, says Ana");
  expect(screen.getByRole("button", { name: "Keep both" })).toBeDefined();
  expect(server.asked.filter(({ name }) => name === "UpdateAgendaItem")).toHaveLength(1);
});

it("leaves nothing to do and says how old it is when meetings can't be reached", async () => {
  open(meeting({ viewerMay: [] }), {});
  await screen.findByRole("article", { name: "Now: Item red" });
  expect(screen.queryByRole("button", { name: "Done, next" })).toBeNull();
  expect(screen.queryByRole("button", { name: "End the meeting…" })).toBeNull();
});

it("puts an item elsewhere by its button and by Alt with an arrow key", async () => {
  const { asked } = open(meeting({ viewerMay: [...everything, "MOVE_ITEM"] }), {
    MoveAgendaItem: () => ({
      data: {
        moveAgendaItem: {
          meeting: { id: "m", state: "IN_PROGRESS", currentItemId: "red", revision: "5" },
          userErrors: [],
        },
      },
    }),
  });
  const moves = () => asked.filter(({ name }) => name === "MoveAgendaItem").map(({ variables }) => variables);
  expect((await screen.findByRole("button", { name: "Move up: Item red" })).hasAttribute("disabled")).toBe(true);
  await userEvent.click(screen.getByRole("button", { name: "Move up: Item added" }));
  await waitFor(() => expect(moves()).toMatchObject([{ input: { itemId: "added", beforeItemId: "red" } }]));
  screen.getByRole("button", { name: /^Item red/ }).focus();
  await userEvent.keyboard("{Alt>}{ArrowUp}{/Alt}");
  await waitFor(() => expect(moves().at(-1)).toMatchObject({ input: { itemId: "red", beforeItemId: "added" } }));
  await userEvent.keyboard("{Alt>}{ArrowDown}{/Alt}");
  await waitFor(() => expect(moves().at(-1)).toMatchObject({ input: { itemId: "red", beforeItemId: null } }));
});

it("takes an item as many places along as the keys are pressed, before any of it is answered", async () => {
  const items = ["one", "two", "three"].map((itemId) => item(itemId, "ADDED"));
  const { asked } = open(meeting({ currentItemId: "one", items, viewerMay: [...everything, "MOVE_ITEM"] }), {
    MoveAgendaItem: () => ({ data: { moveAgendaItem: { meeting: null, userErrors: [] } } }),
  });
  (await screen.findByRole("button", { name: /^Item three/ })).focus();
  await userEvent.keyboard("{Alt>}{ArrowUp}{ArrowUp}{/Alt}");
  expect(screen.getByText("Item three: place 1 of 3")).toBeDefined();
  await waitFor(() =>
    expect(asked.filter(({ name }) => name === "MoveAgendaItem").map(({ variables }) => variables)).toMatchObject([
      { input: { itemId: "three", beforeItemId: "two" } },
      { input: { itemId: "three", beforeItemId: "one" } },
    ]),
  );
});

it("drops a commitment with the reason that both sides read", async () => {
  const { asked } = open(meeting({ commitments: [commitment] }), {
    DropCommitment: () => ({
      data: { dropCommitment: { commitment: { id: "c", state: "DROPPED", revision: "4" }, userErrors: [] } },
    }),
  });
  await userEvent.click(await screen.findByRole("button", { name: "More about: Send the drawing" }));
  await userEvent.click(await screen.findByRole("menuitem", { name: "Drop…" }));
  const dialog = await screen.findByRole("dialog", { name: "Drop a commitment" });
  await userEvent.type(within(dialog).getByLabelText("Why?"), "No longer made");
  await userEvent.click(within(dialog).getByRole("button", { name: "Drop it" }));
  await waitFor(() =>
    expect(asked.find(({ name }) => name === "DropCommitment")?.variables).toMatchObject({
      input: { commitment: "c", revision: "3", reason: "No longer made" },
    }),
  );
});
