// After the bundler: keeps the first load within its budget in every language, compresses every text file beside itself so that the
// server never compresses at run time, and lays the persisted documents where the server reads them.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const site = "target/classes/META-INF/resources";
const documents = "target/classes/META-INF/drumbeat";
const budget = 170_000; // bytes of JavaScript after brotli
const roomOnceInside = 30_000; // bytes more for pages with words of their own, which are opened from others

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

// English words are in the code that says them; those of another language come as catalogs: one with every page, and those of
// some features with their pages. Pages of a feature may be led to by a file of their own.
const languages = ["de"];
const ownWords = {
  account: "administration",
  action: "actions",
  actions: "actions",
  administration: "administration",
  cadence: "cadence",
  incentive: "incentives",
  incentives: "incentives",
  meeting: "cadence",
  review: "cadence",
  trail: "administration",
};
const ledBy = { cadence: "src/app/meeting-routes.tsx", incentives: "src/app/incentive-routes.tsx" };
const wordsOf = (page) => ownWords[/^src\/(?:features\/(\w+)\/|app\/([a-z]+)-)/.exec(page)?.slice(1).join("")];
const catalogs = (page, language) =>
  [".", wordsOf(page) ?? "."].map((part) => join("src/locales", part, `${language}.po`));

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const pages = Object.keys(manifest).filter(
  (key) => /^src\/.*-(page|editor|routes?)\.tsx$/.test(key) && !key.endsWith("sign-in-page.tsx"),
);
const weights = pages.flatMap((page) => {
  const code = [entry, ...everyPage, ledBy[wordsOf(page)] ?? page, page];
  return [
    { page, language: "en", bytes: weight(code) },
    ...languages.map((language) => ({ page, language, bytes: weight([...code, ...catalogs(page, language)]) })),
  ];
});
const weighed = new Set(pages.flatMap((page) => languages.flatMap((language) => catalogs(page, language))));
const forgotten = Object.keys(manifest).filter((key) => key.endsWith(".po") && !weighed.has(key));
if (forgotten.length > 0) {
  console.error(`No page is weighed with ${forgotten.join(", ")}: say in toolchain/finish.mjs which page fetches it.`);
  process.exit(1);
}
const budgetOf = ({ page }) => budget + (wordsOf(page) === undefined ? 0 : roomOnceInside);
const room = (each) => budgetOf(each) - each.bytes;
const tightest = weights.reduce((least, next) => (room(next) < room(least) ? next : least));

const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const said = ({ page, language, bytes }) =>
  `first load at most ${kilo(bytes)} (${page}, ${language}) of ${kilo(budgetOf({ page }))} brotli JavaScript`;
if (room(tightest) < 0) {
  console.error(`Over budget. ${said(tightest)}`);
  process.exit(1);
}
console.log(said(tightest));

renameSync(join(site, ".vite/manifest.json"), "target/bundle-manifest.json");
rmdirSync(join(site, ".vite"));
mkdirSync(documents, { recursive: true });
copyFileSync("src/graphql/persisted-documents.json", join(documents, "persisted-documents.json"));
