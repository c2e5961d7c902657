import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { useFormat } from "~/lib/format";
import type { DateTime } from "~/lib/scalars";
import { Button } from "~/ui/button";
import { Skeleton } from "~/ui/state";
import styles from "./as-of-picker.module.css";

const AsOfForm = lazy(() => import("./as-of-form").then((module) => ({ default: module.AsOfForm })));

interface AsOfPickerProps {
  /** The moment shown; null for now. */
  readonly asOf: DateTime | null;
  readonly onChange: (asOf: DateTime | null) => void;
  /** The partnership's zone, in which days end. */
  readonly timeZone: string;
}

/** Leads to the page as it was known at the end of a day. */
export function AsOfPicker({ asOf, onChange, timeZone }: AsOfPickerProps) {
  const { t } = useLingui();
  const format = useFormat(timeZone);
  return (
    <DialogTrigger>
      <Button look="quiet" icon="clock">
        {asOf === null ? <Trans>As of now</Trans> : <Trans>As of {format.date(asOf)}</Trans>}
      </Button>
      <Popover className={styles.popover ?? ""} placement="bottom end" offset={4}>
        <Dialog className={styles.dialog ?? ""} aria-label={t`Show the page as it was known then`}>
          {({ close }) => (
            <Suspense fallback={<Skeleton height="11rem" />}>
              <AsOfForm
                asOf={asOf}
                timeZone={timeZone}
                onChosen={(moment) => {
                  onChange(moment);
                  close();
                }}
              />
            </Suspense>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
