import { screen, waitFor } from "@testing-library/react";
import { Client, fetchExchange, mapExchange } from "@urql/core";
import { Provider } from "urql";
import { expect, it, vi } from "vitest";
import { isUnauthenticated } from "~/lib/client";
import { sessionExpired } from "~/lib/session";
import { useViewer } from "~/lib/viewer";
import { renderPage } from "~test/render";
import { type Answers, fakeServer } from "~test/server";
import { Shell } from "./shell";

const ana = {
  administrator: false,
  partnershipCount: 2,
  person: { id: "1", slug: "ana", displayName: "Ana Ortega", email: "ana@scms.example", companySlug: "scms" },
};

function Page() {
  return <h1>Good morning, {useViewer().name}</h1>;
}

function open(answers: Answers, path = "/p/cipla?asOf=2026-10-31") {
  history.replaceState(null, "", path);
  const { client } = fakeServer(answers);
  renderPage(
    <Provider value={client}>
      <Shell onRenewed={() => undefined}>
        <Page />
      </Shell>
    </Provider>,
  );
}

it("lets the page know who looks at it", async () => {
  open({ Viewer: () => ({ data: { viewer: ana } }) });
  expect(await screen.findByRole("heading", { name: "Good morning, Ana Ortega" })).toBeDefined();
});

it("leads those who aren't signed in to the sign-in, and keeps where they wanted to go", async () => {
  open({ Viewer: () => ({ data: { viewer: null } }) });
  await waitFor(() => expect(location.pathname).toBe("/sign-in"));
  expect(new URLSearchParams(location.search).get("next")).toBe("/p/cipla?asOf=2026-10-31");
});

it("says that the server can't be reached, instead of asking for a password", async () => {
  open({ Viewer: () => ({ errors: [{ message: "partners can't be reached" }] }) });
  expect(await screen.findByRole("heading", { name: "Drumbeat can't be reached" })).toBeDefined();
  expect(location.pathname).toBe("/p/cipla");
});

it("asks for the password over the page when the session ends, so that what was typed stays", async () => {
  open({ Viewer: () => ({ data: { viewer: ana } }) });
  await screen.findByRole("heading", { name: "Good morning, Ana Ortega" });
  sessionExpired();
  expect(await screen.findByRole("dialog", { name: "Your session has ended" })).toBeDefined();
  expect(screen.getByLabelText<HTMLInputElement>(/E-mail/).value).toBe("ana@scms.example");
  expect(document.querySelector("h1")?.textContent).toBe("Good morning, Ana Ortega");
});

it("takes an answer of 401 for the end of the session, whatever its body", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("no", { status: 401 })));
  const seen: boolean[] = [];
  const client = new Client({
    url: "/graphql",
    preferGetMethod: false,
    exchanges: [mapExchange({ onError: (error) => void seen.push(isUnauthenticated(error)) }), fetchExchange],
  });
  await client.query("{ viewer { administrator } }", {}).toPromise();
  expect(seen).toEqual([true]);
});
