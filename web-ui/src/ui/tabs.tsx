import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components/Tabs";
import styles from "./tabs.module.css";

interface TabsProps<K extends string> {
  readonly label: string;
  readonly tabs: readonly {
    readonly id: K;
    readonly text: string;
    readonly count?: number;
    readonly content: ReactNode;
  }[];
  readonly selected?: K;
  readonly onSelect?: (id: K) => void;
}

export function Tabs<K extends string>({ label, tabs, selected, onSelect }: TabsProps<K>) {
  const control =
    selected === undefined || onSelect === undefined
      ? {}
      : {
          selectedKey: selected,
          onSelectionChange: (key: string | number) => {
            const chosen = tabs.find((tab) => tab.id === key);
            if (chosen) onSelect(chosen.id);
          },
        };
  return (
    <AriaTabs className={styles.tabs ?? ""} {...control}>
      <TabList className={styles.list ?? ""} aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={styles.tab ?? ""}>
            {tab.text}
            {tab.count === undefined || tab.count === 0 ? null : <span className={styles.count}>{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel ?? ""}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
