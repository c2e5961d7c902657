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

type Catalogs = Readonly<Record<Language, () => Promise<{ readonly messages: typeof english }>>>;

// Those that pages brought with them, to be spoken in another language too.
const more = new Set<Catalogs>();

/** Waits for a page and for its own words, in the language that is spoken. */
export async function withWords<Module>(catalogs: Catalogs, page: Promise<Module>): Promise<Module> {
  more.add(catalogs);
  const language = isLanguage(i18n.locale) ? i18n.locale : preferred();
  const [module, { messages }] = await Promise.all([page, catalogs[language]()]);
  i18n.load(language, messages);
  return module;
}

async function activate(language: Language): Promise<void> {
  const messages = language === "de" ? (await import("~/locales/de.po")).messages : english;
  const others = await Promise.all([...more].map((catalogs) => catalogs[language]()));
  i18n.loadAndActivate({ locale: language, messages: Object.assign({}, messages, ...others.map((o) => o.messages)) });
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
