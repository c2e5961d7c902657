import type { RaciLetter } from "~/graphql/graphql";
import { letters } from "./letters";

/** An activity as it is being edited: letters by person. */
export interface Row {
  readonly key: string;
  /** Address part; empty until a new activity is named. */
  readonly slug: string;
  readonly name: string;
  readonly cells: ReadonlyMap<string, readonly RaciLetter[]>;
}

interface Activity {
  readonly slug: string;
  readonly displayName: string;
  readonly assignments: readonly { readonly letter: RaciLetter; readonly person: { readonly slug: string } }[];
}

export function rowsOf(activities: readonly Activity[]): readonly Row[] {
  return activities.map(({ slug, displayName, assignments }) => {
    const cells = new Map<string, readonly RaciLetter[]>();
    for (const { letter, person } of assignments) cells.set(person.slug, [...(cells.get(person.slug) ?? []), letter]);
    return { key: slug, slug, name: displayName, cells };
  });
}

/** Sets a letter, or takes it away again. There is one Accountable: given to one, the letter leaves whoever had it. */
export function toggled(row: Row, person: string, letter: RaciLetter): Row {
  const has = row.cells.get(person)?.includes(letter) ?? false;
  const cells = new Map(row.cells);
  if (letter === "ACCOUNTABLE" && !has) {
    for (const [other, held] of cells)
      cells.set(
        other,
        held.filter((each) => each !== "ACCOUNTABLE"),
      );
  }
  const held = cells.get(person) ?? [];
  const next = has
    ? held.filter((each) => each !== letter)
    : letters.filter((each) => held.includes(each) || each === letter);
  cells.set(person, next);
  return { ...row, cells };
}

export function cleared(row: Row, person: string): Row {
  return { ...row, cells: new Map([...row.cells].filter(([slug]) => slug !== person)) };
}

/** What a row still lacks before it can be published. */
export function lacks(row: Row): readonly ("ACCOUNTABLE" | "RESPONSIBLE")[] {
  const held = [...row.cells.values()].flat();
  return (["ACCOUNTABLE", "RESPONSIBLE"] as const).filter((letter) => !held.includes(letter));
}

/** The input of a publication. People who left are not sent: their letters are the vacancies. */
export function published(rows: readonly Row[], people: readonly { readonly slug: string }[]) {
  const here = new Set(people.map(({ slug }) => slug));
  return rows.map((row) => ({
    slug: row.slug === "" ? slugOf(row.name) : row.slug,
    displayName: row.name.trim(),
    assignments: [...row.cells]
      .filter(([person]) => here.has(person))
      .flatMap(([person, held]) => held.map((letter) => ({ person, letter }))),
  }));
}

/** An address part from a name: letters and digits of the plain alphabet, hyphens between. */
export function slugOf(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{Mark}+/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
}
