import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "de"],
  catalogs: [
    {
      path: "<rootDir>/src/locales/{locale}",
      include: ["src"],
      exclude: [
        "src/graphql/**",
        "**/*.test.*",
        "src/features/cadence/!(cadence-panel).*",
        "src/features/{account,administration,trail}/**",
      ],
    },
    // Words of pages that are opened now and then come with them (see app/cadence-words.ts), not with every page.
    {
      path: "<rootDir>/src/locales/cadence/{locale}",
      include: ["src/features/cadence"],
      exclude: ["**/*.test.*"],
    },
    // The same for what few open (see app/administration-words.ts).
    {
      path: "<rootDir>/src/locales/administration/{locale}",
      include: ["src/features/account", "src/features/administration", "src/features/trail"],
      exclude: ["**/*.test.*"],
    },
  ],
  // Origins would make every moved line a change of the catalogs.
  format: formatter({ origins: false, lineNumbers: false }),
  orderBy: "message",
});
