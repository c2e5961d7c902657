import { Trans } from "@lingui/react/macro";
import { type ReactNode, useId } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import styles from "./form-dialog.module.css";

interface FormDialogProps {
  readonly title: string;
  /** What the button that sends it says. */
  readonly submit: ReactNode;
  readonly look?: "primary" | "danger";
  readonly shape?: "box" | "wide";
  readonly sending: "no" | "yes";
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** What else can be done, at the start of the dialog's foot. */
  readonly besides?: ReactNode;
  readonly children: ReactNode;
}

/** A form that is sent or left again; it is there while it is open, so that each opening begins anew. */
export function FormDialog(props: FormDialogProps) {
  const form = useId();
  const { look = "primary", shape = "box" } = props;
  return (
    <Dialog
      title={props.title}
      shape={shape}
      isOpen
      onClose={props.onClose}
      actions={
        <>
          {props.besides}
          <Button onPress={props.onClose}>
            <Trans>Back</Trans>
          </Button>
          <Button look={look} type="submit" form={form} isPending={props.sending === "yes"}>
            {props.submit}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit();
        }}
        noValidate
      >
        {props.children}
      </form>
    </Dialog>
  );
}
