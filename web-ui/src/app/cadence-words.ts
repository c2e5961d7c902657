import { withWords } from "~/lib/language";

/** Fetches a page of meetings together with its words. */
export function withCadenceWords<Module>(page: Promise<Module>): Promise<Module> {
  return withWords(catalogs, page);
}

const catalogs = {
  de: () => import("~/locales/cadence/de.po"),
};
