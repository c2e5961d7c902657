import { Trans } from "@lingui/react/macro";
import { useAgain } from "~/lib/again";
import { useNow } from "~/lib/clock";
import { useFormat } from "~/lib/format";
import { Icon } from "~/ui/icons";
import styles from "./agenda-list.module.css";
import type { MeetingView } from "./meeting-query";
import { usePartWord } from "./meeting-words";

interface MissingPartsProps {
  readonly meeting: Pick<MeetingView, "missingParts" | "endedAt">;
  /** Reads a meeting that is not over again, by itself every few seconds while something is missing. */
  readonly onRetry?: () => void;
}

/** Never silently shorter: what the agenda can't know right now, it says. */
export function MissingParts({ meeting, onRetry }: MissingPartsProps) {
  if (meeting.missingParts.length === 0) return null;
  return meeting.endedAt === null ? (
    <Missing parts={meeting.missingParts} onRetry={onRetry} />
  ) : (
    <Never parts={meeting.missingParts} />
  );
}

type Parts = MeetingView["missingParts"];

function Missing({ parts, onRetry }: { parts: Parts; onRetry: (() => void) | undefined }) {
  const part = usePartWord();
  const format = useFormat();
  const now = useNow();
  useAgain(onRetry);
  return (
    <ul className={styles.missing} role="status">
      {parts.map((missing) => (
        <li key={missing.part}>
          <Icon name="warning" size={14} />
          <span>
            <Trans>Missing: {part(missing.part)}.</Trans>{" "}
            {missing.lastKnownAt === null ? (
              <Trans>The agenda completes itself.</Trans>
            ) : (
              <Trans>Last known at {format.when(missing.lastKnownAt, now)}; the agenda completes itself.</Trans>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Of a meeting that is over: what it went without. */
function Never({ parts }: { parts: Parts }) {
  const part = usePartWord();
  const format = useFormat();
  return (
    <ul className={styles.missing}>
      {parts.map((missing) => (
        <li key={missing.part}>
          <Icon name="warning" size={14} />
          <span>
            {missing.lastKnownAt === null ? (
              <Trans>Out of reach during the whole meeting: {part(missing.part)}.</Trans>
            ) : (
              <Trans>
                Out of reach when the meeting ended: {part(missing.part)}, last known at{" "}
                {format.moment(missing.lastKnownAt)}.
              </Trans>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
