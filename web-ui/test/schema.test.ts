import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ASTNode, Kind, parse, visit } from "graphql";
import { describe, expect, it } from "vitest";

const folder = "../gateway/src/main/resources/schema";
const files = readdirSync(folder).filter((file) => file.endsWith(".graphqls"));

const describable: ReadonlySet<string> = new Set([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
]);

// Wherever people read the schema instead of us, these say by their name and type what they are.
const rootTypes = new Set(["Query", "Mutation", "Subscription"]);

function undescribed(text: string): string[] {
  const found: string[] = [];
  visit(parse(text), {
    enter(node: ASTNode) {
      if (!describable.has(node.kind) || !("name" in node) || node.name?.kind !== Kind.NAME) return;
      if (rootTypes.has(node.name.value)) return;
      if ("description" in node && node.description?.value.trim()) return;
      found.push(`${node.name.value}, line ${node.loc?.startToken.line}`);
    },
  });
  return found;
}

describe.each(files)("schema file %s", (file) => {
  const text = readFileSync(join(folder, file), "utf8");

  it("describes every type, field and enum value", () => {
    expect(undescribed(text)).toEqual([]);
  });
});

describe("the check of the schema", () => {
  it("names what has no description", () => {
    expect(undescribed('"A thing." type Thing { name: String }')).toEqual(["name, line 1"]);
  });
});
