import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";

// What Lingui's macros leave of a message, and therein its English words.
const marked = /\/\*i18n\*\//g;
const spoken = /(?<=\bmessage: )"(?:[^"\\]|\\.)*"/g;

/**
 * Sends the English words along with the code that says them, made ready at build time: a page then carries its own words
 * and neither the words of all other pages nor the parser that reads them. Other languages come as catalogs.
 */
export function words(): Plugin {
  return {
    name: "drumbeat-words",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      const expected = code.match(marked)?.length ?? 0;
      if (expected === 0 || id.includes("/node_modules/")) return null;
      let found = 0;
      const ready = code.replace(spoken, (message) => {
        found++;
        return JSON.stringify(compileMessage(JSON.parse(message)));
      });
      if (found !== expected) this.error(`${id} says ${expected} messages, ${found} were found.`);
      return { code: ready, map: null };
    },
  };
}
