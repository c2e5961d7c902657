import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "./button";
import styles from "./dialog.module.css";

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** `side` slides in from the edge, for what one works on while looking at the page. */
  readonly shape?: "box" | "wide" | "side";
  /** Whether a press outside closes it too; not where it would lose what was typed. */
  readonly outside?: "closes" | "stays";
  readonly children: ReactNode;
  /** The buttons at its foot, the primary one last. */
  readonly actions?: ReactNode;
}

export function Dialog({ title, isOpen, onClose, shape = "box", outside = "stays", children, actions }: DialogProps) {
  const { t } = useLingui();
  return (
    <ModalOverlay
      className={styles.veil ?? ""}
      data-shape={shape}
      isOpen={isOpen}
      isDismissable={outside === "closes"}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles.modal ?? ""} data-shape={shape}>
        <AriaDialog className={styles.dialog ?? ""}>
          <header className={styles.head}>
            <Heading slot="title" className={styles.title ?? ""}>
              {title}
            </Heading>
            <Button look="quiet" icon="close" aria-label={t`Close`} onPress={onClose} />
          </header>
          <div className={styles.body}>{children}</div>
          {actions === undefined ? null : <footer className={styles.foot}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
