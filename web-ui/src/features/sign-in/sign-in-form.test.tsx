import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { renderPage } from "~test/render";
import { SignInForm } from "./sign-in-form";

async function tryWith(response: Response | Error) {
  const fetch = vi.fn((_path: string, _init: RequestInit) =>
    response instanceof Error ? Promise.reject(response) : Promise.resolve(response),
  );
  vi.stubGlobal("fetch", fetch);
  const onSignedIn = vi.fn();
  renderPage(<SignInForm onSignedIn={onSignedIn} />);
  await userEvent.type(screen.getByLabelText(/E-mail/), "ana@scms.example");
  await userEvent.type(screen.getByLabelText(/Password/), "correct horse battery");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  return { fetch, onSignedIn };
}

it("leads on after a right password, with the proof of the page's own origin", async () => {
  vi.spyOn(document, "cookie", "get").mockReturnValue("other=1; XSRF-TOKEN=abc");
  const { fetch, onSignedIn } = await tryWith(new Response(null, { status: 204 }));
  expect(onSignedIn).toHaveBeenCalledOnce();
  const [path, init] = fetch.mock.calls[0] ?? [];
  expect(path).toBe("/api/sign-in");
  expect(new Headers(init?.headers).get("X-XSRF-TOKEN")).toBe("abc");
  expect(String(init?.body)).toContain("email=ana%40scms.example");
});

it("says that something is wrong, but not what, and empties the password", async () => {
  await tryWith(new Response(null, { status: 401 }));
  expect(await screen.findByText("E-mail or password is wrong.")).toBeDefined();
  expect(screen.getByLabelText<HTMLInputElement>(/Password/).value).toBe("");
});

it("says how long to wait after too many tries", async () => {
  await tryWith(new Response(null, { status: 429, headers: { "Retry-After": "12" } }));
  expect(await screen.findByText(/try again in 1[12] s/)).toBeDefined();
});

it("says when the server can't be reached", async () => {
  await tryWith(new TypeError("network"));
  expect(await screen.findByText(/isn't possible right now/)).toBeDefined();
});
