// Types and persisted documents from the schema. The documents' texts stand beside the components that use them; the
// server is given the manifest (hash to text) and answers the page's documents only.
import { createHash } from "node:crypto";
import type { CodegenConfig } from "@graphql-codegen/cli";
import { addTypenameSelectionDocumentTransform } from "@graphql-codegen/client-preset";

const config: CodegenConfig = {
  schema: "../gateway/src/main/resources/schema/*.graphqls",
  documents: ["src/**/*.{ts,tsx}", "!src/graphql/**", "!src/**/*.test.*"],
  ignoreNoDocuments: true,
  generates: {
    "src/graphql/": {
      preset: "client",
      presetConfig: {
        skipIndexFile: true,
        fragmentMasking: { unmaskFunctionName: "readFragment" },
        persistedDocuments: {
          mode: "embedHashInDocument",
          hashPropertyName: "hash",
          // A function, because the algorithm by name would put it before the hexadecimal digits.
          hashAlgorithm: (document: string) => createHash("sha256").update(document).digest("hex"),
        },
      },
      documentTransforms: [addTypenameSelectionDocumentTransform],
      config: {
        useTypeImports: true,
        enumType: "string-literal",
        immutableTypes: true,
        strictScalars: true,
        scalars: {
          Decimal: "~/lib/scalars#Decimal",
          Date: "~/lib/scalars#CalendarDate",
          DateTime: "~/lib/scalars#DateTime",
          Period: "~/lib/scalars#Period",
          TimeSeries: "~/lib/scalars#TimeSeries",
        },
      },
    },
  },
};

export default config;
