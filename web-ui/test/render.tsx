import { type I18n, i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { type RenderResult, render } from "@testing-library/react";
import type { ReactElement } from "react";
import { messages as cadenceGerman } from "~/locales/cadence/de.po";
import { messages as german } from "~/locales/de.po";

/** Renders as the page does, in English or German. */
export function renderPage(element: ReactElement, language: "en" | "de" = "en"): RenderResult {
  return render(<I18nProvider i18n={speaking(language)}>{element}</I18nProvider>);
}

export function speaking(language: "en" | "de"): I18n {
  i18n.loadAndActivate({
    locale: language,
    messages: language === "de" ? { ...german, ...cadenceGerman } : {},
  });
  return i18n;
}
