import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { graphql } from "~/graphql/gql";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { Button } from "~/ui/button";
import { notify } from "~/ui/notices";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import form from "./form.module.css";
import { SignDialog } from "./sign-dialog";

const ProposeAgreementMutation = graphql(`
  mutation ProposeAgreement($input: ProposeAgreementInput!) {
    proposeAgreement(input: $input) {
      agreement {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const SignAgreementMutation = graphql(`
  mutation SignAgreement($input: SignAgreementInput!) {
    signAgreement(input: $input) {
      agreement {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const RejectAgreementMutation = graphql(`
  mutation RejectAgreement($input: RejectAgreementInput!) {
    rejectAgreement(input: $input) {
      agreement {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const DiscardDraftMutation = graphql(`
  mutation DiscardAgreementDraft($input: DiscardAgreementDraftInput!) {
    discardAgreementDraft(input: $input) {
      agreement {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** As much of an agreement as its buttons need. */
export interface SignableAgreement {
  readonly id: string;
  /** What the viewer may do with it, by the mutations' names. */
  readonly viewerMay: readonly string[];
}

interface ProposedActionsProps {
  readonly agreement: SignableAgreement;
  readonly version: { readonly version: number; readonly digest?: string | null };
}

/** Proposing a draft, or throwing it away. */
export function DraftActions({ agreement }: { agreement: SignableAgreement }) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const propose = useWrite(ProposeAgreementMutation, ["Agreement", "PayPanel"]);
  const discard = useWrite(DiscardDraftMutation, ["Agreement"]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await propose.send({ agreement: agreement.id, reason: reason.trim() });
    if (done !== null) notify({ kind: "done", text: t`Proposed. A leader of each side signs it.` });
  };
  return (
    <form className={form.form} onSubmit={submit} noValidate data-print="hide">
      {agreement.viewerMay.includes("proposeAgreement") ? (
        <TextField
          label={t`Why?`}
          value={reason}
          onChange={setReason}
          lines={2}
          maxLength={500}
          hint={t`The other side reads it before it signs.`}
          error={errorOf(propose.userErrors, "reason")}
        />
      ) : null}
      <div className={form.buttons}>
        {agreement.viewerMay.includes("proposeAgreement") ? (
          <Button type="submit" look="primary" isPending={propose.sending === "yes"}>
            <Trans>Propose to the other side</Trans>
          </Button>
        ) : null}
        {agreement.viewerMay.includes("discardAgreementDraft") ? (
          <Button
            look="quiet"
            isPending={discard.sending === "yes"}
            onPress={() => void discard.send({ agreement: agreement.id })}
          >
            <Trans>Throw the draft away</Trans>
          </Button>
        ) : null}
      </div>
      <WriteProblems errors={errorsBesides(propose.userErrors, ["reason"])} unanswered={propose.unanswered} />
      <WriteProblems errors={discard.userErrors} unanswered={discard.unanswered} />
    </form>
  );
}

/** Signing a proposed version, or turning it down. */
export function ProposedActions({ agreement, version }: ProposedActionsProps) {
  const { t } = useLingui();
  const [signing, setSigning] = useState<"closed" | "open">("closed");
  const [reason, setReason] = useState("");
  const sign = useWrite(SignAgreementMutation, ["Agreement", "PayPanel"]);
  const reject = useWrite(RejectAgreementMutation, ["Agreement", "PayPanel"]);
  const digest = version.digest ?? "";
  const turnDown = async (event: FormEvent) => {
    event.preventDefault();
    await reject.send({ agreement: agreement.id, version: version.version, reason: reason.trim() });
  };
  return (
    <div className={form.form} data-print="hide">
      {agreement.viewerMay.includes("signAgreement") ? (
        <div className={form.buttons}>
          <Button look="primary" icon="check" onPress={() => setSigning("open")}>
            <Trans>Sign for your side…</Trans>
          </Button>
        </div>
      ) : null}
      {agreement.viewerMay.includes("rejectAgreement") ? (
        <form className={form.form} onSubmit={turnDown} noValidate>
          <TextField
            label={t`Why not?`}
            value={reason}
            onChange={setReason}
            maxLength={500}
            error={errorOf(reject.userErrors, "reason")}
          />
          <div className={form.buttons}>
            <Button type="submit" look="danger" isPending={reject.sending === "yes"} isDisabled={reason.trim() === ""}>
              <Trans>Turn it down</Trans>
            </Button>
          </div>
          <WriteProblems errors={errorsBesides(reject.userErrors, ["reason"])} unanswered={reject.unanswered} />
        </form>
      ) : null}
      <SignDialog
        title={t`Sign version ${version.version}`}
        digest={digest}
        isOpen={signing === "open"}
        onClose={() => {
          sign.clear();
          setSigning("closed");
        }}
        onSign={async (password) => {
          const done = await sign.send({ agreement: agreement.id, version: version.version, digest, password });
          if (done === null) return "refused";
          notify({ kind: "done", text: t`Signed.` });
          return "signed";
        }}
        sending={sign.sending}
        userErrors={sign.userErrors}
        unanswered={sign.unanswered}
      >
        <p>
          <Trans>Once both sides have signed, this version pays by its rules from its first period on.</Trans>
        </p>
      </SignDialog>
    </div>
  );
}
