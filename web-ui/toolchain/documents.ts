import type { Plugin } from "vite";

// A document of the page, as written beside its component, and the operation or fragment that it declares.
const written = /\bgraphql\(\s*`\s*(query|mutation|subscription|fragment)\s+(\w+)[^`]*`,?\s*\)/g;
// A generated document: its name, its hash, whether it is an operation and of which kind.
const generated = /export const (\w+) = (\{.*\}) as unknown as DocumentNode<.*>;/g;

/**
 * Takes the documents' texts out of the bundle. The server knows every document by its hash, so the browser needs the
 * hash, the kind and the name of an operation, and of a fragment nothing. What the generator makes would carry each
 * text and each parsed document, of every page, to every page.
 */
export function documents(): Plugin {
  return {
    name: "drumbeat-documents",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      if (id.endsWith("/src/graphql/graphql.ts")) {
        return {
          code: code.replace(generated, (_, name: string, json: string) => slim(name, JSON.parse(json))),
          map: null,
        };
      }
      if (!/\/src\/.*\.tsx?$/.test(id) || !code.includes("~/graphql/gql")) return null;
      const names = new Set<string>();
      const replaced = code.replace(written, (_, kind: string, name: string) => {
        const generatedName = kind === "fragment" ? `${name}FragmentDoc` : `${name}Document`;
        names.add(generatedName);
        return generatedName;
      });
      if (/\bgraphql\(/.test(replaced)) this.error(`A document in ${id} isn't one plain template literal.`);
      return { code: `import { ${[...names].join(", ")} } from "~/graphql/graphql";\n${replaced}`, map: null };
    },
  };
}

interface GeneratedDocument {
  readonly __meta__?: { readonly hash: string };
  readonly definitions: readonly { readonly kind: string; readonly operation?: string; readonly name?: unknown }[];
}

function slim(name: string, document: GeneratedDocument): string {
  const definitions = document.definitions
    .filter((definition) => definition.kind === "OperationDefinition")
    .map(({ kind, operation, name }) => ({
      kind,
      operation,
      name,
      selectionSet: { kind: "SelectionSet", selections: [] },
    }));
  return `export const ${name} = ${JSON.stringify({ __meta__: document.__meta__, kind: "Document", definitions })};`;
}
