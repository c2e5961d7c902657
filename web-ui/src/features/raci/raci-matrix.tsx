import { useLingui as useCatalog } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useRef, useState } from "react";
import { Button } from "~/ui/button";
import { initials } from "~/ui/person";
import { letterOf, letters, letterWords } from "./letters";
import { cleared, lacks, type Row, toggled } from "./matrix";
import styles from "./raci-matrix.module.css";
import type { RaciPerson } from "./raci-page";

interface RaciMatrixProps {
  readonly rows: readonly Row[];
  readonly people: readonly RaciPerson[];
  readonly edits: "no" | "yes";
  readonly onRows: (rows: readonly Row[]) => void;
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** A region that scrolls has to be reachable by keyboard, also where nothing in it can be changed. */
const scrolls = { tabIndex: 0 } as const;

/** The matrix. One cell is reached by Tab, the others by arrows from there. */
export function RaciMatrix({ rows, people, edits, onRows }: RaciMatrixProps) {
  const { t } = useLingui();
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const change = (next: Row) => onRows(rows.map((row) => (row.key === next.key ? next : row)));
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const to = [
      Math.min(Math.max(at[0] + step[0], 0), rows.length - 1),
      Math.min(Math.max(at[1] + step[1], 0), people.length - 1),
    ] as const;
    setAt(to);
    table.current?.querySelector<HTMLElement>(`[data-cell="${to[0]} ${to[1]}"]`)?.focus();
  };
  return (
    <section className={styles.frame} aria-label={t`Activities by people`} {...scrolls}>
      <table ref={table} className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Activity</Trans>
            </th>
            {people.map((person) => (
              <th key={person.slug} scope="col" className={styles.person} data-side={person.side}>
                <span className={styles.face} aria-hidden="true">
                  {initials(person.name)}
                </span>
                <span>{person.name}</span>
                <small>
                  {person.company}
                  {person.role === null ? (
                    <b>
                      {" "}
                      <Trans comment="A person is no longer on the partnership">has left</Trans>
                    </b>
                  ) : null}
                </small>
              </th>
            ))}
            {edits === "yes" ? (
              <th scope="col" data-print="hide">
                <span className="visually-hidden">{t`Remove`}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, y) => (
            <tr key={row.key}>
              <th scope="row">
                <Name row={row} edits={edits} onName={(name) => change({ ...row, name })} />
                <Lacking row={row} />
              </th>
              {people.map((person, x) => (
                <td key={person.slug}>
                  <Cell
                    row={row}
                    person={person}
                    place={`${y} ${x}`}
                    reached={at[0] === y && at[1] === x ? "yes" : "no"}
                    edits={edits}
                    onFocus={() => setAt([y, x])}
                    onMove={move}
                    onChange={change}
                  />
                </td>
              ))}
              {edits === "yes" ? (
                <td data-print="hide">
                  <Button
                    size="small"
                    look="quiet"
                    icon="close"
                    aria-label={t`Remove the activity ${row.name}`}
                    onPress={() => onRows(rows.filter((each) => each.key !== row.key))}
                  />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Name({ row, edits, onName }: { row: Row; edits: "no" | "yes"; onName: (name: string) => void }) {
  const { t } = useLingui();
  if (edits === "no" || row.slug !== "") return <>{row.name}</>;
  return (
    <input
      className={styles.name}
      aria-label={t`Name of the new activity`}
      placeholder={t`New activity`}
      value={row.name}
      maxLength={80}
      onChange={(event) => onName(event.target.value)}
    />
  );
}

function Lacking({ row }: { row: Row }) {
  const missing = lacks(row);
  if (missing.length === 0) return null;
  return (
    <small className={styles.lacking}>
      {missing.length === 2 ? (
        <Trans>nobody accountable, nobody responsible</Trans>
      ) : missing[0] === "ACCOUNTABLE" ? (
        <Trans>nobody accountable</Trans>
      ) : (
        <Trans>nobody responsible</Trans>
      )}
    </small>
  );
}

interface CellProps {
  readonly row: Row;
  readonly person: RaciPerson;
  readonly place: string;
  readonly reached: "no" | "yes";
  readonly edits: "no" | "yes";
  readonly onFocus: () => void;
  readonly onMove: (event: KeyboardEvent) => void;
  readonly onChange: (row: Row) => void;
}

function Cell({ row, person, place, reached, edits, onFocus, onMove, onChange }: CellProps) {
  const { t } = useLingui();
  const { i18n } = useCatalog();
  const held = row.cells.get(person.slug) ?? [];
  const shown = held.map((letter) => (
    <b key={letter} data-letter={letter}>
      {letter[0]}
    </b>
  ));
  const said = held.length === 0 ? t`nothing` : held.map((letter) => i18n._(letterWords[letter])).join(", ");
  if (edits === "no" || person.role === null) {
    return (
      <span className={styles.held}>
        {held.length === 0 ? null : <span aria-hidden="true">{shown}</span>}
        <span className="visually-hidden">{said}</span>
      </span>
    );
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const letter = event.ctrlKey || event.metaKey || event.altKey ? null : letterOf(event.key);
    if (letter !== null) onChange(toggled(row, person.slug, letter));
    else if (event.key === "Delete" || event.key === "Backspace") onChange(cleared(row, person.slug));
    else return onMove(event);
    event.preventDefault();
  };
  return (
    <button
      type="button"
      className={styles.cell}
      data-cell={place}
      tabIndex={reached === "yes" ? 0 : -1}
      aria-label={t`${row.name}, ${person.name}: ${said}`}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onClick={() => onChange(next(row, person.slug))}
    >
      {shown}
    </button>
  );
}

/** Without a keyboard: nothing, R, A, C, I, nothing. */
function next(row: Row, person: string): Row {
  const held = row.cells.get(person) ?? [];
  const last = held.at(-1);
  const letter = letters[last === undefined ? 0 : letters.indexOf(last) + 1];
  const empty = cleared(row, person);
  return letter === undefined ? empty : toggled(empty, person, letter);
}
