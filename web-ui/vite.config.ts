import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { documents } from "./toolchain/documents.ts";
import { words } from "./toolchain/words.ts";

const gateway = process.env["DRUMBEAT_GATEWAY"] ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [
    documents(),
    react(),
    lingui({
      macroTransform: { macro: { descriptorFields: "message" } },
      failOnMissing: true,
      failOnCompileError: true,
    }),
    words(),
    { ...optimizeLocales.vite({ locales: ["en-US", "en-GB", "de-DE"] }), enforce: "pre" },
  ],
  resolve: {
    alias: {
      "~test": fileURLToPath(new URL("test", import.meta.url)),
      "~": fileURLToPath(new URL("src", import.meta.url)),
    },
  },
  build: {
    outDir: "target/classes/META-INF/resources",
    emptyOutDir: true,
    manifest: true,
    target: "baseline-widely-available",
    // The server's content security policy admits no inlined data, and hashed files are cached for good anyway.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: Object.fromEntries(["/graphql", "/api", "/calendar"].map((path) => [path, { target: gateway }])),
  },
  test: {
    // A document is made for what renders; arithmetic is tested without one, as it takes longer than the tests.
    projects: [
      {
        extends: true,
        test: {
          name: "page",
          environment: "jsdom",
          // One document for all files of a worker: three times as fast. A test clears what it leaves (see test/setup.ts).
          isolate: false,
          include: ["src/**/*.test.tsx"],
          setupFiles: ["test/setup.ts"],
        },
      },
      {
        extends: true,
        test: { name: "plain", environment: "node", include: ["src/**/*.test.ts", "test/**/*.test.ts"] },
      },
    ],
    restoreMocks: true,
    unstubGlobals: true,
    css: { modules: { classNameStrategy: "non-scoped" } },
  },
});
