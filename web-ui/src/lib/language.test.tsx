import { i18n } from "@lingui/core";
import { afterEach, expect, it } from "vitest";
import { chooseLanguage, withWords } from "./language";

afterEach(() => chooseLanguage("en"));

it("brings a page's own words along, in the language that is spoken and in one that is chosen later", async () => {
  const greeting = { de: async () => ({ messages: { greeting: ["Guten Tag"] } }) };
  const farewell = { de: async () => ({ messages: { farewell: ["Auf Wiedersehen"] } }) };

  await chooseLanguage("en");
  expect(await withWords(greeting, Promise.resolve("the page"))).toBe("the page");
  expect(i18n._("greeting")).toBe("greeting");

  await chooseLanguage("de");
  expect(i18n._("greeting")).toBe("Guten Tag");
  await withWords(farewell, Promise.resolve("another page"));
  expect(i18n._("farewell")).toBe("Auf Wiedersehen");
});

it("asks for no words of a language that nobody speaks", async () => {
  await chooseLanguage("en");
  let fetched = 0;
  const counted = { de: async () => ({ messages: { fetched: [String(++fetched)] } }) };
  await withWords(counted, Promise.resolve("the page"));
  expect(fetched).toBe(0);
});
