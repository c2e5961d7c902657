import { useLingui as useCatalog } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import { letters, letterWords } from "./letters";
import styles from "./raci-page.module.css";

/** What the letters mean, and by which keys they are set. */
export function RaciLegend({ edits }: { edits: "no" | "yes" }) {
  const { i18n } = useCatalog();
  return (
    <div className={styles.legend}>
      <ul>
        {letters.map((letter) => (
          <li key={letter} data-letter={letter}>
            <b>{letter[0]}</b> {i18n._(letterWords[letter])}
          </li>
        ))}
      </ul>
      {edits === "yes" ? (
        <p data-print="hide">
          <Trans>
            Choose a cell and type R, A, C or I; the same key takes it away, Delete empties the cell, arrows move. A
            press goes through the letters.
          </Trans>
        </p>
      ) : null}
    </div>
  );
}
