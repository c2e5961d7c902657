import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Provider } from "urql";
import { expect, it } from "vitest";
import { makeFragmentData } from "~/graphql/fragment-masking";
import { renderPage } from "~test/render";
import { fakeServer } from "~test/server";
import { RaciPage, RaciPageDocument } from "./raci-page";

const people = [
  { slug: "ana", name: "Ana Ortega", side: "OWNER", role: "OPS", company: "SCMS" },
  { slug: "mara", name: "Mara Lind", side: "PARTNER", role: "OPS", company: "Cipla Limited" },
] as const;

function show(mayEdit: "no" | "yes" = "yes") {
  const server = fakeServer({
    PublishRaci: () => ({
      data: {
        publishRaci: {
          raci: null,
          userErrors: [
            {
              code: "RACI_ONE_ACCOUNTABLE",
              field: "activities.1",
              message: '"Expediting" needs exactly one Accountable; it has 0.',
            },
          ],
        },
      },
    }),
  });
  const inForce = {
    live: true,
    knownAt: "2026-11-22T10:00:00Z",
    raci: {
      version: 2,
      reviewDate: "2026-10-01",
      publishedAt: "2026-05-01T10:00:00Z",
      publishedBy: { displayName: "Ana Ortega" },
      vacancies: ["Expediting: Jon Berg is no longer here; nobody is Accountable."],
      activities: [
        { slug: "outgoing-inspection", displayName: "Outgoing inspection", assignments: [] },
        {
          slug: "expediting",
          displayName: "Expediting",
          assignments: [
            {
              letter: "ACCOUNTABLE",
              person: {
                slug: "jon",
                displayName: "Jon Berg",
                side: "PARTNER",
                companyDisplayName: "Cipla Limited",
                left: true,
              },
            },
          ],
        },
      ],
    },
  };
  renderPage(
    <Provider value={server.client}>
      <RaciPage
        slug="cipla"
        partnership="SCMS and Cipla"
        inForce={makeFragmentData(inForce as never, RaciPageDocument)}
        people={people}
        mayEdit={mayEdit}
        today="2026-11-22"
        timeZone="Europe/Berlin"
        live="live"
        onRetry={() => undefined}
        ladder={null}
      />
    </Provider>,
  );
  return server;
}

const cell = (activity: string, name: string) =>
  screen.getByRole("button", { name: new RegExp(`^${activity}, ${name}`) });

it("shows the vacancy of somebody who left, and keeps their column", () => {
  show();
  expect(screen.getByText(/Jon Berg is no longer here/)).toBeDefined();
  expect(screen.getByRole("columnheader", { name: /Jon Berg.*has left/ })).toBeDefined();
});

it("is filled in by keyboard: letters set, arrows move, Delete empties", async () => {
  show();
  cell("Outgoing inspection", "Ana Ortega").focus();
  await userEvent.keyboard("a{ArrowRight}r{ArrowDown}c");
  expect(cell("Outgoing inspection", "Ana Ortega").textContent).toBe("A");
  expect(cell("Outgoing inspection", "Mara Lind").textContent).toBe("R");
  expect(cell("Expediting", "Mara Lind").textContent).toBe("C");
  await userEvent.keyboard("{Delete}");
  expect(cell("Expediting", "Mara Lind").textContent).toBe("");
});

it("sends the version that was read without those who left, and says which activity was refused", async () => {
  const { asked } = show();
  cell("Outgoing inspection", "Ana Ortega").focus();
  await userEvent.keyboard("ar");
  await userEvent.click(screen.getByRole("button", { name: "Publish version 3" }));
  await waitFor(() => expect(asked.at(-1)?.name).toBe("PublishRaci"));
  expect(asked.at(-1)?.variables["input"]).toMatchObject({
    version: 2,
    activities: [
      {
        slug: "outgoing-inspection",
        assignments: [
          { person: "ana", letter: "RESPONSIBLE" },
          { person: "ana", letter: "ACCOUNTABLE" },
        ],
      },
      { slug: "expediting", assignments: [] },
    ],
  });
  expect((await screen.findByRole("alert")).textContent).toContain('"Expediting" needs exactly one Accountable');
  expect(cell("Outgoing inspection", "Ana Ortega").textContent).toBe("RA");
});

it("is read only for those who may not change it", () => {
  show("no");
  expect(screen.queryByRole("button", { name: /^Outgoing inspection/ })).toBeNull();
  expect(screen.queryByRole("button", { name: /Publish/ })).toBeNull();
});
