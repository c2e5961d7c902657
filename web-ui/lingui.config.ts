import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

// Words of pages that are opened now and then come with them (see app/…-words.ts), not with every page: by feature, each with
// the files that other pages show of it and whose words therefore come with every page. The build weighs them (toolchain/finish.mjs).
const shownElsewhere = {
  actions: "accept-owner|action-answer|action-changes|action-stepper|action-words",
  cadence: "cadence-panel",
  incentives: "past-pay|pay-panel|state-mark",
};

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
        ...Object.entries(shownElsewhere).map(([feature, files]) => `src/features/${feature}/!(${files}).*`),
        "src/features/{account,administration,trail}/**",
      ],
    },
    ...Object.keys(shownElsewhere).map((feature) => ({
      path: `<rootDir>/src/locales/${feature}/{locale}`,
      include: [`src/features/${feature}`],
      exclude: ["**/*.test.*"],
    })),
    // The same for what few open.
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
