import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "de"],
  catalogs: [{ path: "<rootDir>/src/locales/{locale}", include: ["src"], exclude: ["src/graphql/**", "**/*.test.*"] }],
  // Origins would make every moved line a change of the catalogs.
  format: formatter({ origins: false, lineNumbers: false }),
  orderBy: "message",
});
