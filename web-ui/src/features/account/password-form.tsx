import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { graphql } from "~/graphql/gql";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { notify } from "~/ui/notices";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./account-page.module.css";

const ChangePasswordMutation = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** A new password for the old one; everywhere else the session ends. */
export function PasswordForm({ email }: { email: string }) {
  const { t } = useLingui();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [checked, setChecked] = useState<"no" | "yes">("no");
  const changing = useWrite(ChangePasswordMutation, ["Session"]);
  const differs = checked === "yes" && next !== again ? t`These two differ.` : null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked("yes");
    if (next !== again) return;
    const done = await changing.send({ currentPassword: current, newPassword: next });
    setCurrent("");
    if (done === null) return;
    setNext("");
    setAgain("");
    setChecked("no");
    notify({ kind: "done", text: t`Password changed. Everywhere else you are signed out.` });
  };
  return (
    <section className={styles.card} aria-labelledby="password">
      <h2 id="password">
        <Trans>Password</Trans>
      </h2>
      <form className={styles.form} onSubmit={submit} noValidate>
        {/* Password keepers want to know whose it is. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <TextField
          label={t`Password until now`}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          error={errorOf(changing.userErrors, "currentPassword")}
        />
        <TextField
          label={t`New password`}
          type="password"
          autoComplete="new-password"
          value={next}
          onChange={setNext}
          hint={t`At least 12 characters; a sentence is fine.`}
          error={errorOf(changing.userErrors, "newPassword")}
        />
        <TextField
          label={t`New password again`}
          type="password"
          autoComplete="new-password"
          value={again}
          onChange={setAgain}
          error={differs}
        />
        <WriteProblems
          errors={errorsBesides(changing.userErrors, ["currentPassword", "newPassword"])}
          unanswered={changing.unanswered}
        />
        <div>
          <Button type="submit" look="primary" isPending={changing.sending === "yes"}>
            <Trans>Change the password</Trans>
          </Button>
        </div>
      </form>
    </section>
  );
}
