import { i18n, type Messages } from "@lingui/core";

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

/** Where the words of a part of the page are, by language. English ones stand in the code that says them. */
type Catalogs = Readonly<Record<Exclude<Language, "en">, () => Promise<{ readonly messages: Messages }>>>;

const everywhere: Catalogs = { de: () => import("~/locales/de.po") };

// With those that pages brought with them, to be spoken in another language too.
const known = new Set([everywhere]);

/** Waits for a page and for its own words, in the language that is spoken. */
export async function withWords<Module>(catalogs: Catalogs, page: Promise<Module>): Promise<Module> {
  known.add(catalogs);
  const language = isLanguage(i18n.locale) ? i18n.locale : preferred();
  const [module, messages] = await Promise.all([page, wordsOf(catalogs, language)]);
  i18n.load(language, messages);
  return module;
}

async function wordsOf(catalogs: Catalogs, language: Language): Promise<Messages> {
  return language === "en" ? {} : (await catalogs[language]()).messages;
}

async function activate(language: Language): Promise<void> {
  const messages = await Promise.all([...known].map((catalogs) => wordsOf(catalogs, language)));
  i18n.loadAndActivate({ locale: language, messages: Object.assign({}, ...messages) });
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
