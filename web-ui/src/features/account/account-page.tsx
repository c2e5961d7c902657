import { Trans, useLingui } from "@lingui/react/macro";
import { useViewer } from "~/lib/viewer";
import styles from "./account-page.module.css";
import { PasswordForm } from "./password-form";
import { SessionList } from "./session-list";

/** `/my/account`: who one is here, the password, and where one is signed in. */
export function AccountPage() {
  const { t } = useLingui();
  const viewer = useViewer();
  return (
    <div className={styles.page}>
      <title>{`${t`My account`} · Drumbeat`}</title>
      <header>
        <h1>
          <Trans>My account</Trans>
        </h1>
        <p className={styles.lead}>
          {viewer.name}
          {viewer.email === null ? null : ` · ${viewer.email}`}
        </p>
      </header>
      <div className={styles.columns}>
        <SessionList />
        <PasswordForm email={viewer.email ?? ""} />
      </div>
    </div>
  );
}
