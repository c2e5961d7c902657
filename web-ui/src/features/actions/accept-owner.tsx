import { Trans, useLingui } from "@lingui/react/macro";
import { graphql } from "~/graphql/gql";
import type { ActionMove } from "~/graphql/graphql";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./accept-owner.module.css";
import { changedByActions } from "./action-changes";

const AcceptOwnerMutation = graphql(`
  mutation AcceptOwner($input: AcceptOwnerInput!) {
    acceptOwner(input: $input) {
      action {
        id
        state
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface AcceptOwnerProps {
  readonly action: {
    readonly id: string;
    readonly title: string;
    readonly revision: string;
    readonly viewerMay: readonly ActionMove[];
    readonly owner?: { readonly displayName: string } | null;
    readonly proposal?: {
      readonly owner: { readonly displayName: string };
      readonly datePassed: boolean;
    } | null;
  };
  readonly onPropose: () => void;
}

/** One click to accept the proposed owner and due date, one to propose others. */
export function AcceptOwner({ action, onPropose }: AcceptOwnerProps) {
  const { t } = useLingui();
  const accepting = useWrite(AcceptOwnerMutation, changedByActions);
  const who = action.proposal?.owner.displayName ?? "";
  const mayAccept = action.viewerMay.includes("ACCEPT_OWNER") && action.proposal != null;
  if (!mayAccept && !action.viewerMay.includes("PROPOSE_OWNER")) return null;
  return (
    <div className={styles.accept} data-print="hide">
      <div className={styles.buttons}>
        {mayAccept ? (
          <Button
            size="small"
            look="primary"
            icon="check"
            aria-label={t`Accept owner and due date: ${who}, ${action.title}`}
            isPending={accepting.sending === "yes"}
            onPress={() => accepting.send({ action: action.id, revision: action.revision })}
          >
            <Trans>Accept</Trans>
          </Button>
        ) : null}
        {action.viewerMay.includes("PROPOSE_OWNER") ? (
          <ProposeButton action={action} mayAccept={mayAccept} onPropose={onPropose} />
        ) : null}
      </div>
      <WriteProblems errors={accepting.userErrors} unanswered={accepting.unanswered} />
    </div>
  );
}

interface ProposeButtonProps extends AcceptOwnerProps {
  readonly mayAccept: boolean;
}

/** Another owner or date: a counter where one may accept, a change of what is agreed, or the first proposal. */
function ProposeButton({ action, mayAccept, onPropose }: ProposeButtonProps) {
  const { t } = useLingui();
  const { title } = action;
  const passed = action.proposal?.datePassed === true;
  const [label, words] = mayAccept
    ? [t`Counter owner or due date: ${title}`, <Trans key="counter">Counter…</Trans>]
    : action.owner != null
      ? [t`Change owner or due date: ${title}`, <Trans key="change">Change…</Trans>]
      : passed
        ? [t`Propose another date: ${title}`, <Trans key="another">Propose another date…</Trans>]
        : [t`Propose owner and due date: ${title}`, <Trans key="propose">Propose…</Trans>];
  return (
    <Button
      size="small"
      look={mayAccept || action.owner != null ? "quiet" : passed ? "primary" : "secondary"}
      aria-label={label}
      onPress={onPropose}
    >
      {words}
    </Button>
  );
}
