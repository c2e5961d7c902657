import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Provider } from "urql";
import { expect, it } from "vitest";
import { makeFragmentData } from "~/graphql/fragment-masking";
import { renderPage } from "~test/render";
import { type Answers, fakeServer } from "~test/server";
import { EscalationLadder, EscalationLadderDocument } from "./escalation-ladder";

const first = {
  unownedOpsHours: 24,
  unownedLeadersHours: 72,
  overdueLeadersDays: 2,
  overduePortfolioDays: 7,
  changedBy: null,
  changedAt: null,
  reason: null,
  revision: "0",
};

function show(mayChange: "no" | "yes", answers: Answers = {}) {
  const server = fakeServer(answers);
  renderPage(
    <Provider value={server.client}>
      <EscalationLadder
        slug="cipla"
        ladder={makeFragmentData(first as never, EscalationLadderDocument)}
        mayChange={mayChange}
        timeZone="Europe/Berlin"
      />
    </Provider>,
  );
  return server;
}

it("says who hears of it after how long, and lets only leaders change that", () => {
  show("no");
  expect(screen.getByText("After 24 hours without an owner, operations of both sides hear of it.")).toBeDefined();
  expect(screen.getByText("7 days past its due date, the portfolio shows it.")).toBeDefined();
  expect(screen.queryByRole("button")).toBeNull();
});

it("sends whole numbers on the revision that was read, and says at the field what is refused by which rule", async () => {
  const { asked } = show("yes", {
    ChangeEscalationLadder: () => ({
      data: {
        changeEscalationLadder: {
          escalationLadder: null,
          userErrors: [{ code: "LADDER_BOUNDS", field: "unownedOpsHours", message: "Choose 1 to 72 hours." }],
        },
      },
    }),
  });
  await userEvent.click(screen.getByRole("button", { name: "Change these times" }));
  const hours = screen.getByRole("textbox", { name: "Without an owner, to operations" });
  await userEvent.clear(hours);
  await userEvent.type(hours, "none");
  await userEvent.type(screen.getByRole("textbox", { name: "Why? Both sides read it." }), "Trial runs");
  await userEvent.click(screen.getByRole("button", { name: "Change these times" }));
  await waitFor(() =>
    expect(asked.at(-1)?.variables["input"]).toMatchObject({
      revision: "0",
      unownedOpsHours: 0,
      unownedLeadersHours: 72,
      reason: "Trial runs",
    }),
  );
  expect(await screen.findByText("Choose 1 to 72 hours. [LADDER_BOUNDS]")).toBeDefined();
});
