// Runs every audit of the npm package graphql-http against one server and prints what each found, as JSON.
// Usage: node graphql-over-http.mjs <directory of the page's packages> <address of GraphQL>
import { createRequire } from "node:module";
import { join } from "node:path";

const [, , packages, url] = process.argv;
const { serverAudits } = createRequire(join(packages, "package.json"))("graphql-http");

const found = [];
for (const audit of serverAudits({ url })) {
  const result = await audit.fn();
  found.push({ id: result.id, name: result.name, status: result.status, reason: result.reason ?? "" });
}
console.log(JSON.stringify(found));
