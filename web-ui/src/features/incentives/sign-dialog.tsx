import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { errorOf, errorsBesides, type UserError } from "~/lib/user-errors";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./form.module.css";

interface SignDialogProps {
  readonly title: string;
  /** What is signed, so that it can be read once more. */
  readonly children: ReactNode;
  /** The digest that is signed. */
  readonly digest: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Says whether it was signed. */
  readonly onSign: (password: string) => Promise<"signed" | "refused">;
  readonly sending: "no" | "yes";
  readonly userErrors: readonly UserError[];
  readonly unanswered: "no" | "yes";
}

/** A signature: what is signed once more, and the signer's password. */
export function SignDialog(props: SignDialogProps) {
  const { title, children, digest, isOpen, onClose, onSign, sending, userErrors, unanswered } = props;
  const { t } = useLingui();
  const form = useId();
  const [password, setPassword] = useState("");
  const close = () => {
    setPassword("");
    onClose();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await onSign(password);
    setPassword("");
    if (done === "signed") close();
  };
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>
            <Trans>Cancel</Trans>
          </Button>
          <Button look="primary" type="submit" form={form} isPending={sending === "yes"} isDisabled={password === ""}>
            <Trans>Sign</Trans>
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        {children}
        <p className={styles.digest}>
          <Trans>Digest: {digest}</Trans>
        </p>
        <TextField
          label={t`Your password`}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          hint={t`A signature is yours alone, so it is asked for again.`}
          error={errorOf(userErrors, "password")}
          autoFocus
        />
        <WriteProblems errors={errorsBesides(userErrors, ["password"])} unanswered={unanswered} />
      </form>
    </Dialog>
  );
}
