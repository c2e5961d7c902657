import { i18n } from "@lingui/core";
import { messages as english } from "~/locales/en.po";

export type Language = "en" | "de";

export const languages: Readonly<Record<Language, string>> = { en: "English", de: "Deutsch" };

const key = "drumbeat.language";

function isLanguage(text: string | null): text is Language {
  return text === "en" || text === "de";
}

function preferred(): Language {
  try {
    const stored = localStorage.getItem(key);
    if (isLanguage(stored)) return stored;
  } catch {
    // storage may be forbidden; then the device decides
  }
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? "en";
}

/** How numbers and dates are written: as the device's own variety of the language, such as en-GB, where it has one. */
export function localeOf(language: string): string {
  const own = navigator.languages.find((tag) => tag.slice(0, 2) === language);
  return own ?? (language === "de" ? "de-DE" : "en-GB");
}

async function activate(language: Language): Promise<void> {
  const messages = language === "de" ? (await import("~/locales/de.po")).messages : english;
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
}

export function startLanguage(): Promise<void> {
  return activate(preferred());
}

export function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(key, language);
  } catch {
    // see preferred()
  }
  return activate(language);
}
