import { Trans } from "@lingui/react/macro";
import { useFormat } from "~/lib/format";
import { Button } from "~/ui/button";
import styles from "./item-note.module.css";

interface ChangedMeanwhileProps {
  readonly text: string;
  readonly who: string;
  readonly due: string;
  readonly onTheirs: () => void;
}

/** What a commitment says since the other side changed it, for whoever is about to save something else. */
export function ChangedMeanwhile({ text, who, due, onTheirs }: ChangedMeanwhileProps) {
  const format = useFormat();
  return (
    <div className={styles.conflict} role="alert">
      <p>
        <Trans>Somebody else changed it meanwhile:</Trans>
      </p>
      <blockquote>
        {text} · {who} · {format.date(`${due}T12:00:00Z`)}
      </blockquote>
      <div className={styles.choices}>
        <Button size="small" onPress={onTheirs}>
          <Trans>Take theirs</Trans>
        </Button>
      </div>
    </div>
  );
}
