import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Provider } from "urql";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeFragmentData } from "~/graphql/fragment-masking";
import { action, agreed } from "~test/actions";
import { renderPage } from "~test/render";
import { type Answers, fakeServer } from "~test/server";
import { ActionAnswer, ActionAnswerDocument, type ProposedAction } from "./action-answer";
import { ProposeDialog } from "./propose-dialog";

beforeEach(() => {
  vi.setSystemTime(new Date("2026-11-22T10:05:00Z"));
});

afterEach(() => {
  vi.useRealTimers();
});

function show(more: object = {}, answers: Answers = {}) {
  const server = fakeServer(answers);
  const proposed: ProposedAction[] = [];
  renderPage(
    <Provider value={server.client}>
      <ActionAnswer
        action={makeFragmentData(action(more) as never, ActionAnswerDocument)}
        onPropose={(wanted) => proposed.push(wanted)}
      />
    </Provider>,
  );
  return { ...server, proposed };
}

const accept = () => screen.getByRole("button", { name: /^Accept owner and due date: Mara Lind/ });

it("says who is proposed until when, and in alarm for how long nobody has it", () => {
  show();
  expect(screen.getByText("Mara Lind")).toBeDefined();
  expect(screen.getByText("Cipla Limited")).toBeDefined();
  expect(screen.getByText(/^(6 Dec|Dec 6,) 2026$/)).toBeDefined();
  expect(screen.getByText(/Unowned for 3\sh/)).toBeDefined();
});

it("accepts with one click, on the revision that is shown", async () => {
  const { asked } = show(
    {},
    {
      AcceptOwner: () => ({
        data: { acceptOwner: { action: { id: "a7", state: "OPEN", revision: "4" }, userErrors: [] } },
      }),
    },
  );
  await userEvent.click(accept());
  await waitFor(() => expect(asked.at(-1)?.variables["input"]).toMatchObject({ action: "a7", revision: "3" }));
});

it("says on the card why it was refused: somebody else was quicker", async () => {
  show(
    {},
    {
      AcceptOwner: () => ({
        data: {
          acceptOwner: {
            action: null,
            userErrors: [
              { code: "REVISION_STALE", field: null, message: "It was changed in the meantime: look at it again." },
            ],
          },
        },
      }),
    },
  );
  await userEvent.click(accept());
  expect((await screen.findByRole("alert")).textContent).toContain("It was changed in the meantime");
});

it("offers a viewer nothing to press but the way to the action", () => {
  show({ viewerMay: [] });
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.getByRole("link", { name: "Open action 7" }).getAttribute("href")).toBe("/p/cipla/actions/7");
});

it("shows what was agreed, and how overdue it is", () => {
  show({ ...agreed, figures: { overdueDays: 9 } });
  expect(screen.getByText("Owner")).toBeDefined();
  expect(screen.getByText("Overdue by 9 days")).toBeDefined();
  expect(screen.queryByText(/Unowned/)).toBeNull();
  expect(screen.getByRole("list", { name: "Step 2 of 8: Agreed" })).toBeDefined();
});

it("starts a counter from what was proposed, and asks for no reason before anything is agreed", async () => {
  const { proposed } = show();
  await userEvent.click(screen.getByRole("button", { name: /^Counter/ }));
  expect(proposed[0]).toMatchObject({ owner: "mara", dueDate: "2026-12-06", agreed: "no", revision: "3" });
});

it("says at the field that a due date has passed, and keeps what was chosen", async () => {
  const { client, asked } = fakeServer({
    ActionPeople: () => ({
      data: {
        partnership: {
          id: "p",
          owner: { id: "o", displayName: "SCMS" },
          partner: { id: "c", displayName: "Cipla Limited" },
          members: [
            {
              side: "PARTNER",
              role: "OPS",
              person: { id: "m", slug: "mara", displayName: "Mara Lind", deactivatedAt: null },
            },
            {
              side: "OWNER",
              role: "VIEWER",
              person: { id: "v", slug: "vic", displayName: "Vic View", deactivatedAt: null },
            },
          ],
        },
      },
    }),
    ProposeOwner: () => ({
      data: {
        proposeOwner: {
          action: null,
          userErrors: [{ code: "DUE_DATE_PAST", field: "dueDate", message: "The due date has passed: choose today." }],
        },
      },
    }),
  });
  renderPage(
    <Provider value={client}>
      <ProposeDialog
        isOpen
        onClose={() => undefined}
        action={{
          id: "a7",
          number: 7,
          partnershipSlug: "cipla",
          title: "On-time delivery is red",
          revision: "3",
          owner: "mara",
          dueDate: "2026-11-01",
          agreed: "no",
        }}
      />
    </Provider>,
  );
  const due = await screen.findByLabelText<HTMLInputElement>("Due");
  await userEvent.click(screen.getByRole("button", { name: "Propose" }));
  await waitFor(() => expect(due.getAttribute("aria-invalid")).toBe("true"));
  expect(screen.getByText("The due date has passed: choose today. [DUE_DATE_PAST]")).toBeDefined();
  expect(due.value).toBe("2026-11-01");
  expect(asked.at(-1)?.variables["input"]).toMatchObject({ owner: "mara", dueDate: "2026-11-01", reason: null });
});

it("says that the proposed date has passed, and leads to another one from today on", async () => {
  const passed = { ...action().proposal, dueDate: "2026-11-20", datePassed: true };
  const { proposed } = show({ proposal: passed, viewerMay: ["PROPOSE_OWNER"] });
  expect(screen.getByText("The proposed date has passed")).toBeDefined();
  expect(screen.queryByRole("button", { name: /^Accept/ })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: /^Propose another date/ }));
  expect(proposed.at(-1)).toMatchObject({ owner: "mara", dueDate: null, agreed: "no" });
});
