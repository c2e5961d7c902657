import { useLingui } from "@lingui/react/macro";
import { type RefObject, useEffect, useRef, useState } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { Toolbar } from "react-aria-components/Toolbar";
import type { Status } from "~/lib/scalars";
import { SearchField } from "~/ui/search-field";
import { Segmented } from "~/ui/segmented";
import { StatusMark } from "~/ui/status-mark";
import styles from "./portfolio-filter.module.css";
import { everyStatus, type Order, type PortfolioView } from "./portfolio-view";

interface PortfolioFilterProps {
  readonly view: PortfolioView;
  readonly onChange: (change: Partial<PortfolioView>) => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
}

export function PortfolioFilter({ view, onChange, searchRef }: PortfolioFilterProps) {
  const { t } = useLingui();
  const [search, setSearch] = useSettled(view.search, (text) => onChange({ search: text }));
  const orders: readonly { id: Order; text: string }[] = [
    { id: "WORST_FIRST", text: t`Worst first` },
    { id: "NAME", text: t`Name` },
    { id: "LAST_DATA", text: t`Oldest data` },
  ];
  const toggle = (status: Status) =>
    onChange({
      statuses: everyStatus.filter((one) =>
        one === status ? !view.statuses.includes(one) : view.statuses.includes(one),
      ),
    });

  return (
    <div className={styles.filter} data-print="hide">
      <SearchField
        label={t`Search partnerships`}
        value={search}
        onChange={setSearch}
        inputRef={searchRef}
        shortcut="/"
      />
      <Toolbar className={styles.statuses ?? ""} aria-label={t`Goal status`}>
        {everyStatus.map((status) => (
          <ToggleButton
            key={status}
            className={styles.status ?? ""}
            isSelected={view.statuses.includes(status)}
            onChange={() => toggle(status)}
          >
            <StatusMark status={status} />
          </ToggleButton>
        ))}
      </Toolbar>
      <Segmented label={t`Order`} options={orders} selected={view.order} onSelect={(order) => onChange({ order })} />
    </div>
  );
}

const settling = 200; // milliseconds without a key until a search is started

/** A text that follows every key, and is handed on when the typing pauses. */
function useSettled(given: string, onSettled: (text: string) => void): readonly [string, (text: string) => void] {
  const [typed, setTyped] = useState(given);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setTyped(given), [given]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return [
    typed,
    (text) => {
      setTyped(text);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => onSettled(text.trim()), settling);
    },
  ];
}
