// licences.mjs BOM…: every part of these CycloneDX lists by its licence. Fails, naming the part, where none of its licences is known
// to be one that the project may be given away under.
import { readFileSync } from "node:fs";

/** Permissive, or weak copyleft of libraries that are used as they are. How parts write them differs, so they are found by pattern. */
const accepted = [
  /apache/i, /\bmit\b/i, /\bbsd\b/i, /\bisc\b/i, /\bepl\b|eclipse (public|distribution)/i, /\bedl\b/i, /\bcddl\b/i, /\bmpl\b|mozilla public/i,
  /\blgpl\b|lesser general public/i, /classpath.exception/i, /\bcc0\b|public domain/i, /\bofl\b/i, /bouncy castle/i, /unlicen[cs]e/i, /\bical4j\b/i, /\bunicode\b/i, /\b0bsd\b/i, /\bgo licen[cs]e\b/i,
];

const byLicence = new Map();
const refused = [];
for (const file of process.argv.slice(2)) {
  for (const part of JSON.parse(readFileSync(file, "utf8")).components ?? []) {
    if (part.group === "dev.drumbeat") continue;
    const names = (part.licenses ?? []).map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? "");
    const name = `${part.group ? `${part.group}:` : ""}${part.name} ${part.version}`;
    if (!names.some((licence) => accepted.some((pattern) => pattern.test(licence)))) {
      refused.push(`${name}: ${names.join(", ") || "no licence named"}`);
    }
    const licence = names.join(" or ") || "unknown";
    byLicence.set(licence, [...(byLicence.get(licence) ?? []), name]);
  }
}
for (const [licence, parts] of [...byLicence].sort(([one], [other]) => one.localeCompare(other))) {
  console.log(`${licence}\n${[...new Set(parts)].sort().map((part) => `  ${part}`).join("\n")}\n`);
}
if (refused.length > 0) {
  console.error(`Look at the licence of:\n${refused.map((part) => `  ${part}`).join("\n")}`);
  process.exit(1);
}
