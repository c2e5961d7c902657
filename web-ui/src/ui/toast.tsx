import { useLingui } from "@lingui/react/macro";
import { Text } from "react-aria-components/Text";
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from "react-aria-components/Toast";
import { Button } from "./button";
import { Icon } from "./icons";
import styles from "./toast.module.css";

export interface Notice {
  /** `done` goes by itself; `failed` stays until it is closed. */
  readonly kind: "done" | "failed";
  readonly text: string;
}

const queue = new ToastQueue<Notice>({ maxVisibleToasts: 3 });
const shown = 6_000; // milliseconds; the shortest that the queue's accessibility advice allows is five seconds

/** Tells, without getting in the way, how something ended that was started on the page. */
export function notify(notice: Notice): void {
  queue.add(notice, notice.kind === "done" ? { timeout: shown } : {});
}

/** Where notices appear; once, at the root of the page. */
export function Notices() {
  const { t } = useLingui();
  return (
    <ToastRegion queue={queue} className={styles.region ?? ""} aria-label={t`Notices`}>
      {({ toast }) => (
        <Toast toast={toast} className={styles.toast ?? ""} data-kind={toast.content.kind}>
          <Icon name={toast.content.kind === "done" ? "check" : "warning"} />
          <ToastContent className={styles.content ?? ""}>
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          <Button slot="close" look="quiet" size="small" icon="close" aria-label={t`Close`} />
        </Toast>
      )}
    </ToastRegion>
  );
}
