import { withWords } from "~/lib/language";

/** Fetches a page or a dialog about pay together with its words. */
export function withIncentiveWords<Module>(page: Promise<Module>): Promise<Module> {
  return withWords(catalogs, page);
}

const catalogs = {
  de: () => import("~/locales/incentives/de.po"),
};
