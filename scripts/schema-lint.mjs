// The rules of the GraphQL schema: everything is described, names have one form, lists hold no nulls, every change takes one
// input with a request id and answers a payload that can refuse, every enum and input is used.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const require = createRequire(resolve("web-ui/package.json"));
const graphql = require("graphql");
const { Kind } = graphql;

const directory = process.argv[2];
const files = readdirSync(directory, { recursive: true }).filter((name) => name.endsWith(".graphqls")).sort();
const problems = [];
const problem = (node, text) => {
  const { line } = graphql.getLocation(node.loc.source, node.loc.start);
  problems.push(`${node.loc.source.name}:${line}: ${text}`);
};

const documents = files.map((name) => graphql.parse(new graphql.Source(readFileSync(join(directory, name), "utf8"), name)));
const whole = graphql.concatAST(documents);
const schema = graphql.buildASTSchema(whole);
for (const error of graphql.validateSchema(schema)) problems.push(error.message);

const pascal = /^[A-Z][A-Za-z0-9]*$/;
const camel = /^[a-z][A-Za-z0-9]*$/;
const upper = /^[A-Z][A-Z0-9_]*$/;
const used = new Set(["Query", "Mutation", "Subscription"]);
const unwrapped = (type) => (type.kind === Kind.NAMED_TYPE ? type.name.value : unwrapped(type.type));

const described = (node, what) => {
  if (!node.description?.value.trim()) problem(node, `${what} has no description`);
  for (const directive of node.directives ?? []) {
    if (directive.name.value === "deprecated" && !directive.arguments?.length) problem(node, `${what} is deprecated without a reason`);
  }
};
const listsHoldNoNulls = (type, node, what) => {
  if (type.kind === Kind.NON_NULL_TYPE) return listsHoldNoNulls(type.type, node, what);
  if (type.kind !== Kind.LIST_TYPE) return;
  if (type.type.kind !== Kind.NON_NULL_TYPE) problem(node, `${what} is a list that may hold null`);
  listsHoldNoNulls(type.type, node, what);
};
const value = (node, what) => {
  described(node, what);
  if (!camel.test(node.name.value)) problem(node, `${what} is not in camelCase`);
  used.add(unwrapped(node.type));
  listsHoldNoNulls(node.type, node, what);
};

const extensions = new Set([Kind.OBJECT_TYPE_EXTENSION, Kind.INPUT_OBJECT_TYPE_EXTENSION, Kind.INTERFACE_TYPE_EXTENSION, Kind.ENUM_TYPE_EXTENSION]);
for (const definition of whole.definitions) {
  const name = definition.name?.value;
  if (!name || definition.kind === Kind.DIRECTIVE_DEFINITION) continue;
  if (!pascal.test(name)) problem(definition, `${name} is not in PascalCase`);
  if (!extensions.has(definition.kind)) described(definition, name);
  for (const implemented of definition.interfaces ?? []) used.add(implemented.name.value);
  for (const entry of definition.values ?? []) {
    described(entry, `${name}.${entry.name.value}`);
    if (!upper.test(entry.name.value)) problem(entry, `${name}.${entry.name.value} is not in CAPITALS`);
  }
  for (const field of definition.fields ?? []) {
    const what = `${name}.${field.name.value}`;
    value(field, what);
    for (const argument of field.arguments ?? []) value(argument, `${what}(${argument.name.value}:)`);
    if (name === "Mutation") change(field, what);
  }
}

function change(field, what) {
  const base = field.name.value[0].toUpperCase() + field.name.value.slice(1);
  const [input, ...more] = field.arguments ?? [];
  if (more.length > 0 || input?.name.value !== "input" || graphql.print(input.type) !== `${base}Input!`) {
    problem(field, `${what} takes exactly one argument, input: ${base}Input!`);
  }
  if (graphql.print(field.type) !== `${base}Payload!`) problem(field, `${what} answers ${base}Payload!`);
  if (!schema.getType(`${base}Input`)?.getFields?.().requestId) problem(field, `${base}Input has no requestId`);
  const refusals = schema.getType(`${base}Payload`)?.getFields?.().userErrors;
  if (String(refusals?.type) !== "[UserError!]!") problem(field, `${base}Payload has no userErrors: [UserError!]!`);
}

for (const definition of whole.definitions) {
  const name = definition.name?.value;
  if (name && !extensions.has(definition.kind) && !used.has(name)) problem(definition, `${name} is not used`);
}

for (const line of problems) console.error(line);
if (problems.length > 0) process.exit(1);
console.log(`Schema: ${files.length} files in style.`);
