import { useLingui } from "@lingui/react/macro";
import { Button } from "react-aria-components/Button";
import { useLocation } from "wouter";
import styles from "~/app/person-menu.module.css";
import { type Appearance, chooseAppearance, useAppearance } from "~/lib/appearance";
import { chooseLanguage, type Language, languages } from "~/lib/language";
import { signOut } from "~/lib/session";
import type { Viewer } from "~/lib/viewer";
import { Icon } from "~/ui/icons";
import { Menu, MenuAction, MenuChoice } from "~/ui/menu";
import { Person } from "~/ui/person";

/** Who is signed in, and what they choose for themselves. */
export function PersonMenu({ viewer }: { viewer: Viewer }) {
  const { t, i18n } = useLingui();
  const appearance = useAppearance();
  const [, go] = useLocation();

  const appearances: readonly { id: Appearance; text: string }[] = [
    { id: "system", text: t`As the device` },
    { id: "light", text: t`Light` },
    { id: "dark", text: t`Dark` },
  ];
  const language = i18n.locale === "de" ? "de" : "en";
  return (
    <Menu
      label={t`Your settings`}
      trigger={
        <Button className={styles.trigger ?? ""}>
          <Person name={viewer.name} />
          <Icon name="chevronDown" size={14} />
        </Button>
      }
    >
      <MenuAction icon="flag" onAction={() => go("/my/actions")}>
        {t`My actions`}
      </MenuAction>
      <MenuAction icon="calendar" onAction={() => go("/my/week")}>{t`My week`}</MenuAction>
      <MenuAction icon="flag" onAction={() => go("/review")}>{t`Leadership review`}</MenuAction>
      <MenuAction icon="person" onAction={() => go("/my/account")}>{t`My account`}</MenuAction>
      {viewer.role === "administrator" ? (
        <MenuAction icon="edit" onAction={() => go("/administration")}>{t`Administration`}</MenuAction>
      ) : null}
      <MenuChoice heading={t`Appearance`} options={appearances} selected={appearance} onSelect={chooseAppearance} />
      <MenuChoice
        heading={t`Language`}
        options={Object.entries(languages).map(([id, text]) => ({ id: id as Language, text }))}
        selected={language}
        onSelect={chooseLanguage}
      />
      <MenuAction icon="leave" onAction={signOut}>
        {t`Sign out`}
      </MenuAction>
    </Menu>
  );
}
