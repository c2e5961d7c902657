import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

// A document of the page, as written beside its component, and the operation or fragment that it declares.
const written = /\bgraphql\(\s*`\s*(query|mutation|subscription|fragment)\s+(\w+)[^`]*`,?\s*\)/g;
// A generated document: its name, its hash, whether it is an operation and of which kind.
const generated = /export const (\w+) = (\{.*\}) as unknown as DocumentNode<.*>;/g;

const source = "src/graphql/graphql.ts";

/**
 * Takes the documents' texts out of the bundle. The server knows every document by its hash, so the browser needs the
 * hash, the kind and the name of an operation, and of a fragment nothing. What the generator makes would carry each
 * text and each parsed document, of every page, to every page; so each stands where it is written, and is fetched with
 * the page that asks it.
 */
export function documents(): Plugin {
  let made: ReadonlyMap<string, string> = new Map();
  return {
    name: "drumbeat-documents",
    apply: "build",
    enforce: "pre",
    buildStart() {
      made = new Map(
        [...readFileSync(source, "utf8").matchAll(generated)].map(([, name = "", json = ""]) => [
          name,
          slim(JSON.parse(json)),
        ]),
      );
    },
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id) || id.endsWith(source) || !code.includes("~/graphql/gql")) return null;
      const replaced = code.replace(written, (_, kind: string, name: string) => {
        const document = made.get(kind === "fragment" ? `${name}FragmentDoc` : `${name}Document`);
        if (document === undefined) this.error(`${name} in ${id} was not generated: run npm run generate.`);
        return document;
      });
      if (/\bgraphql\(/.test(replaced)) this.error(`A document in ${id} isn't one plain template literal.`);
      return { code: replaced, map: null };
    },
  };
}

interface GeneratedDocument {
  readonly __meta__?: { readonly hash: string };
  readonly definitions: readonly { readonly kind: string; readonly operation?: string; readonly name?: unknown }[];
}

function slim(document: GeneratedDocument): string {
  const definitions = document.definitions
    .filter((definition) => definition.kind === "OperationDefinition")
    .map(({ kind, operation, name }) => ({
      kind,
      operation,
      name,
      selectionSet: { kind: "SelectionSet", selections: [] },
    }));
  return `(${JSON.stringify({ __meta__: document.__meta__, kind: "Document", definitions })} as never)`;
}
