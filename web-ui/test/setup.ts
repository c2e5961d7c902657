import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";
import { sessionRenewed } from "~/lib/session";

afterEach(() => {
  cleanup();
  sessionRenewed();
  localStorage.clear();
  history.replaceState(null, "", "/");
});
