import "~/ui/theme.css";
import "~/ui/base.css";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "~/app/app";
import { applyAppearance } from "~/lib/appearance";
import { startLanguage } from "~/lib/language";

// The page's own file is fetched while the server is asked who is signed in, not after its answer.
if (location.pathname === "/") import("~/features/portfolio/portfolio-page");
else if (location.pathname.startsWith("/p/")) import("~/app/scorecard-route");

applyAppearance();
await startLanguage();

const root = document.getElementById("root");
if (!root) throw new Error("The page has no root element.");
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <App />
    </I18nProvider>
  </StrictMode>,
);
