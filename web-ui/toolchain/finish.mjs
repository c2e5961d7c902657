// After the bundler: keeps the first load within its budget, compresses every text file beside itself so that the
// server never compresses at run time, and lays the persisted documents where the server reads them.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const site = "target/classes/META-INF/resources";
const documents = "target/classes/META-INF/drumbeat";
const budget = 170_000; // bytes of JavaScript after brotli

const compressible = new Set([".html", ".js", ".css", ".svg", ".json", ".webmanifest", ".txt"]);
const smallestWorthCompressing = 512; // bytes: below it the headers cost more than is saved

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

const files = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && compressible.has(extname(entry.name)))
  .map((entry) => join(entry.parentPath, entry.name));

const sizes = new Map(
  await Promise.all(
    files.map(async (file) => {
      const content = readFileSync(file);
      const small = await brotli(content, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
      });
      if (content.length >= smallestWorthCompressing && !file.includes("/.vite/")) {
        writeFileSync(`${file}.br`, small);
        writeFileSync(`${file}.gz`, await gzipped(content, { level: 9 }));
      }
      return [file, small.length];
    }),
  ),
);

// A page needs the entry, what comes with every page, its own file, and everything that these import.
const everyPage = ["src/app/person-menu.tsx"];
const manifest = JSON.parse(readFileSync(join(site, ".vite/manifest.json"), "utf8"));
const closure = (keys, seen = new Set()) => {
  for (const key of keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    closure(manifest[key].imports ?? [], seen);
  }
  return seen;
};
const weight = (keys) =>
  [...closure(keys)].reduce((sum, key) => sum + (sizes.get(join(site, manifest[key].file)) ?? 0), 0);

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const pages = Object.keys(manifest).filter(
  (key) => /^src\/.*-(page|route)\.tsx$/.test(key) && !key.endsWith("sign-in-page.tsx"),
);
const weights = pages.map((page) => ({ page, bytes: weight([entry, ...everyPage, page]) }));
const heaviest = weights.reduce((most, next) => (next.bytes > most.bytes ? next : most));

const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const said = `first load at most ${kilo(heaviest.bytes)} (${heaviest.page}) of ${kilo(budget)} brotli JavaScript`;
if (heaviest.bytes > budget) {
  console.error(`Over budget. ${said}`);
  process.exit(1);
}
console.log(said);

renameSync(join(site, ".vite/manifest.json"), "target/bundle-manifest.json");
rmdirSync(join(site, ".vite"));
mkdirSync(documents, { recursive: true });
copyFileSync("src/graphql/persisted-documents.json", join(documents, "persisted-documents.json"));
