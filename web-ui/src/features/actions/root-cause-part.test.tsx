import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Provider } from "urql";
import { expect, it } from "vitest";
import { makeFragmentData } from "~/graphql/fragment-masking";
import { action, agreed } from "~test/actions";
import { renderPage } from "~test/render";
import { fakeServer } from "~test/server";
import { RootCausePart, RootCausePartDocument } from "./root-cause-part";

const blamed = "A person's error is not a root cause. Ask once more what made the error possible.";

function show(more: object) {
  const server = fakeServer({
    RecordRootCause: () => ({
      data: {
        recordRootCause: {
          action: null,
          userErrors: [{ code: "ROOT_CAUSE_PERSON_BLAMED", field: "occurrenceWhys.1", message: blamed }],
        },
      },
    }),
  });
  renderPage(
    <Provider value={server.client}>
      <RootCausePart
        action={makeFragmentData(action({ ...agreed, ...more }) as never, RootCausePartDocument)}
        timeZone="Europe/Berlin"
      />
    </Provider>,
  );
  return server;
}

it("says what has to be there before, where it can't be written yet", () => {
  show({ viewerMay: [] });
  expect(screen.getByText("Opens when the customer is protected (D3).")).toBeDefined();
  expect(screen.queryByRole("textbox")).toBeNull();
});

it("sends both chains without the lines left empty, and says at the line that a person was blamed", async () => {
  const { asked } = show({ state: "CONTAINED", viewerMay: ["RECORD_ROOT_CAUSE"] });
  const line = (chain: string, place: number) =>
    screen.getByRole<HTMLInputElement>("textbox", {
      name: new RegExp(`^${chain.replace("?", "\\?")} Answer ${place}`),
    });
  const write = async (field: HTMLInputElement, text: string) => {
    await userEvent.click(field);
    await userEvent.paste(text);
  };
  await write(line("Why did it happen?", 1), "The label was missing");
  await write(line("Why did it happen?", 3), "Operator error");
  await write(line("Why was it not caught?", 1), "Nobody looks at labels");
  await write(line("Why was it not caught?", 2), "No check at dispatch");
  await userEvent.click(screen.getByRole("button", { name: "Record the root causes" }));
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]?.variables["input"]).toMatchObject({
    occurrenceWhys: ["The label was missing", "Operator error"],
    escapeWhys: ["Nobody looks at labels", "No check at dispatch"],
  });
  await waitFor(() => expect(line("Why did it happen?", 3).getAttribute("aria-invalid")).toBe("true"));
  expect(screen.getByText(`${blamed} [ROOT_CAUSE_PERSON_BLAMED]`)).toBeDefined();
  expect(line("Why did it happen?", 1).getAttribute("aria-invalid")).not.toBe("true");
  expect(line("Why did it happen?", 3).value).toBe("Operator error");
});

it("marks the end of each chain as the root cause", () => {
  show({
    state: "ROOT_CAUSE_FOUND",
    viewerMay: [],
    rootCause: {
      occurrenceWhys: ["Late", "No ribbon on the stock list"],
      escapeWhys: ["Not seen", "No check at dispatch"],
      recordedAt: "2026-11-23T08:00:00Z",
      recordedBy: { displayName: "Mara Lind" },
    },
  });
  expect(screen.getAllByText("root cause").map((mark) => mark.parentElement?.textContent)).toEqual([
    "No ribbon on the stock listroot cause",
    "No check at dispatchroot cause",
  ]);
});
