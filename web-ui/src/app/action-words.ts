import { withWords } from "~/lib/language";

/** Fetches a page or a dialog about actions together with its words. */
export function withActionWords<Module>(page: Promise<Module>): Promise<Module> {
  return withWords(catalogs, page);
}

const catalogs = {
  de: () => import("~/locales/actions/de.po"),
};
