import { withWords } from "~/lib/language";

/** Fetches a page of people, accounts or trails together with its words. */
export function withAdministrationWords<Module>(page: Promise<Module>): Promise<Module> {
  return withWords(catalogs, page);
}

const catalogs = {
  de: () => import("~/locales/administration/de.po"),
};
