import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { Text } from "react-aria-components/Text";
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from "react-aria-components/Toast";
import { Button } from "./button";
import { Icon } from "./icons";
import type { Notice } from "./notices";
import styles from "./toast.module.css";

const queue = new ToastQueue<Notice>({ maxVisibleToasts: 3 });
const shown = 6_000; // milliseconds; the shortest that the queue's accessibility advice allows is five seconds

/** The region of the notices; see `Notices`. */
export function ToastNotices({ notices }: { notices: readonly Notice[] }) {
  const { t } = useLingui();
  const told = useRef(0);
  useEffect(() => {
    for (const notice of notices.slice(told.current))
      queue.add(notice, notice.kind === "done" ? { timeout: shown } : {});
    told.current = notices.length;
  }, [notices]);
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
