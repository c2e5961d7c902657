import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { Provider } from "urql";
import { expect, it, vi } from "vitest";
import { renderPage } from "~test/render";
import { fakeServer } from "~test/server";
import type { ActedCommitment } from "./commitment-acts";
import { EditCommitment } from "./commitment-dialog";

const opened: ActedCommitment = {
  id: "c",
  partnershipSlug: "cipla",
  text: "Send the drawing",
  dueDate: "2026-12-01",
  state: "OPEN",
  revision: "3",
  owner: { slug: "ana" },
};

/** The dialog, and how the page tells it what the other side did. */
function open() {
  const told: { tell: (now: ActedCommitment) => void } = { tell: () => undefined };
  function Page() {
    const [now, setNow] = useState(opened);
    told.tell = setNow;
    return <EditCommitment commitment={now} onClose={onClose} />;
  }
  const onClose = vi.fn();
  const server = fakeServer({
    CommitmentPeople: () => ({
      data: {
        partnership: {
          id: "p",
          members: [{ role: "OPS", person: { id: "1", slug: "ana", displayName: "Ana Ortega", companySlug: "scms" } }],
        },
      },
    }),
    UpdateCommitment: () => ({
      data: { updateCommitment: { commitment: { id: "c", state: "OPEN", revision: "5" }, userErrors: [] } },
    }),
  });
  renderPage(
    <Provider value={server.client}>
      <Page />
    </Provider>,
  );
  return { ...server, onClose, tell: (now: ActedCommitment) => act(() => told.tell(now)) };
}

it("keeps what is typed and takes over the rest of what the other side changed meanwhile", async () => {
  const { asked, onClose, tell } = open();
  const dialog = await screen.findByRole("dialog", { name: "Change a commitment" });
  const words = within(dialog).getByLabelText<HTMLInputElement>("Commitment");
  await userEvent.clear(words);
  await userEvent.type(words, "Send both drawings");
  tell({ ...opened, dueDate: "2026-12-24", revision: "4" });

  expect(within(dialog).getByText("Somebody else changed it meanwhile:")).toBeDefined();
  expect(within(dialog).getByText(/Send the drawing · Ana Ortega · /)).toBeDefined();
  expect(words.value).toBe("Send both drawings");
  await userEvent.click(within(dialog).getByRole("button", { name: "Save" }));

  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(asked.find(({ name }) => name === "UpdateCommitment")?.variables).toMatchObject({
    input: { revision: "4", text: "Send both drawings", owner: "ana", dueDate: "2026-12-24" },
  });
});

it("lets go of what was typed for what the other side wrote", async () => {
  const { tell } = open();
  const dialog = await screen.findByRole("dialog", { name: "Change a commitment" });
  const words = within(dialog).getByLabelText<HTMLInputElement>("Commitment");
  await userEvent.type(words, " twice");
  tell({ ...opened, text: "Send all drawings", revision: "4" });
  expect(words.value).toBe("Send the drawing twice");
  await userEvent.click(within(dialog).getByRole("button", { name: "Take theirs" }));
  expect(words.value).toBe("Send all drawings");
});
