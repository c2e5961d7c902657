import { Trans, useLingui } from "@lingui/react/macro";
import { useFormat } from "~/lib/format";
import { Button } from "~/ui/button";
import styles from "./portfolio-pager.module.css";

interface PagerProps {
  /** Number of the first line shown, from 1. */
  readonly first: number;
  readonly shown: number;
  readonly total: number;
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
  readonly onNext: (cursor: string) => void;
  readonly onPrevious: () => void;
}

/** Nothing while all lines fit on one page. */
export function Pager({ first, shown, total, next, onNext, onPrevious }: PagerProps) {
  const { t } = useLingui();
  const format = useFormat();
  if (next === null && first === 1) return null;
  return (
    <nav className={styles.pager} aria-label={t`Pages`} data-print="hide">
      <p role="status">
        <Trans>
          {format.count(first)} to {format.count(first + shown - 1)} of {format.count(total)}
        </Trans>
      </p>
      <Button onPress={onPrevious} isDisabled={first === 1}>
        <Trans>Previous</Trans>
      </Button>
      <Button onPress={() => (next === null ? undefined : onNext(next))} isDisabled={next === null}>
        <Trans>Next</Trans>
      </Button>
    </nav>
  );
}
