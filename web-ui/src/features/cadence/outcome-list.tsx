import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useFormat } from "~/lib/format";
import { Button } from "~/ui/button";
import { CommitmentActs } from "./commitment-acts";
import type { MeetingPartnership, MeetingView } from "./meeting-query";
import styles from "./outcome-list.module.css";
import { useRemoveDecision } from "./outcome-writes";

interface OutcomeListProps {
  readonly partnership: MeetingPartnership;
  readonly meeting: MeetingView;
}

/** What came of the meeting so far, and what became of it since. */
export function OutcomeList({ partnership, meeting }: OutcomeListProps) {
  const { t } = useLingui();
  const format = useFormat();
  const removing = useRemoveDecision();
  const titles = new Map(meeting.items.map(({ itemId, title }) => [itemId, title]));
  if (meeting.decisions.length + meeting.commitments.length === 0) return null;
  return (
    <section className={styles.outcomes} aria-label={t`Decisions and commitments`}>
      {meeting.decisions.length === 0 ? null : (
        <div>
          <h2>
            <Plural value={meeting.decisions.length} one="# decision" other="# decisions" />
          </h2>
          <ul>
            {meeting.decisions.map((decision) => (
              <li key={decision.decisionId}>
                <strong>{decision.what}</strong>
                {decision.why === null ? null : <span>{decision.why}</span>}
                <small>
                  {decision.decidedBy.map(({ displayName }) => displayName).join(", ")}
                  {decision.itemId === null ? null : ` · ${titles.get(decision.itemId) ?? ""}`}
                </small>
                {meeting.viewerMay.includes("REMOVE_DECISION") ? (
                  <Button
                    size="small"
                    look="quiet"
                    icon="close"
                    aria-label={t`Take back: ${decision.what}`}
                    onPress={() =>
                      removing.send({
                        partnership: meeting.partnershipSlug,
                        meeting: meeting.slug,
                        decisionId: decision.decisionId,
                        revision: decision.revision,
                      })
                    }
                  />
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      )}
      {meeting.commitments.length === 0 ? null : (
        <div>
          <h2>
            <Plural value={meeting.commitments.length} one="# commitment" other="# commitments" />
          </h2>
          <ul>
            {meeting.commitments.map((commitment) => (
              <li key={commitment.id} className={styles.commitment} data-state={commitment.state}>
                <div>
                  <strong>{commitment.text}</strong>
                  <small>
                    {commitment.owner.displayName} ·{" "}
                    {commitment.state === "OPEN" ? (
                      <Trans>until {format.date(`${commitment.dueDate}T12:00:00Z`)}</Trans>
                    ) : commitment.state === "DONE" ? (
                      <Trans comment="A commitment">done</Trans>
                    ) : (
                      <Trans comment="A commitment">dropped</Trans>
                    )}
                  </small>
                </div>
                {partnership.viewerMay.includes("RUN_MEETINGS") ? <CommitmentActs commitment={commitment} /> : null}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
