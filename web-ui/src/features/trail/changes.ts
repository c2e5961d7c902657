/** One member of a thing that an event changed, as it was and as it is. */
export interface Change {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs between a thing before and after, both as compact JSON or null; in the order of the newer one. */
export function changesOf(before: string | null | undefined, after: string | null | undefined): readonly Change[] {
  const [old, now] = [membersOf(before), membersOf(after)];
  return [...new Set([...now.keys(), ...old.keys()])]
    .map((name) => ({ name: spaced(name), before: old.get(name) ?? null, after: now.get(name) ?? null }))
    .filter((change) => change.before !== change.after);
}

function membersOf(json: string | null | undefined): ReadonlyMap<string, string> {
  const parsed = parse(json);
  if (parsed === null) return new Map();
  if (typeof parsed !== "object" || Array.isArray(parsed)) return new Map([["", text(parsed)]]);
  return new Map(
    Object.entries(parsed)
      .map(([name, value]) => [name, text(value)] as const)
      .filter(([, value]) => value !== ""),
  );
}

/** What is no JSON is shown as it is. */
function parse(json: string | null | undefined): unknown {
  if (json == null || json === "") return null;
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

function text(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** `redLimit` as `red limit`. */
function spaced(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
}
