import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type {
  DisputeState,
  EvidenceDecision,
  EvidenceKind,
  InvoicedAs,
  RuleKind,
  TamperKind,
  VersionState,
} from "~/graphql/graphql";

// What the contract's values are called on the page.

export const ruleWords: Readonly<Record<RuleKind, MessageDescriptor>> = {
  TIERED: msg`Tiers`,
  LINEAR: msg`Per point`,
  GAIN_SHARE: msg`Shared savings`,
  PRICE_ADJUSTMENT: msg`Price adjustment`,
  TRANSPARENCY_CREDIT: msg`Credit for telling early`,
  LATE_DISCLOSURE: msg`Charge for telling late`,
  TRUTHFUL_TARGET: msg`Truthful target`,
};

export const ruleHints: Readonly<Record<RuleKind, MessageDescriptor>> = {
  TIERED: msg`Each range of a figure pays an amount, or a share of the bonus pool.`,
  LINEAR: msg`Every point above or below a zero mark pays the same, within limits.`,
  GAIN_SHARE: msg`Savings and overspend against a target cost are shared, up to a ceiling.`,
  PRICE_ADJUSTMENT: msg`Each range of a figure changes the price by a percentage of invoiced spend.`,
  TRANSPARENCY_CREDIT: msg`The penalty of a red shrinks when its coming was disclosed.`,
  LATE_DISCLOSURE: msg`A red costs more the later it was disclosed, most when it was hidden.`,
  TRUTHFUL_TARGET: msg`Pays most when the forecast is what is expected in truth.`,
};

export const versionWords: Readonly<Record<VersionState, MessageDescriptor>> = {
  DRAFT: msg`Draft, seen by your side only`,
  PROPOSED: msg`Proposed, waits for signatures`,
  SIGNED: msg`Signed by both sides`,
  REJECTED: msg`Turned down`,
};

export const disputeWords: Readonly<Record<DisputeState, MessageDescriptor>> = {
  OPEN: msg`Open dispute`,
  WITHDRAWN: msg`Dispute taken back`,
  ACCEPTED: msg`Dispute accepted`,
  REJECTED: msg`Dispute turned down`,
};

export const tamperWords: Readonly<Record<TamperKind, MessageDescriptor>> = {
  EDITED: msg`An entry was edited`,
  DELETED: msg`An entry was deleted`,
  INSERTED: msg`An entry was put in between`,
  REORDERED: msg`Entries changed places`,
  TAIL_CUT: msg`The newest entries were cut off`,
  KEPT_HEAD_UNKNOWN: msg`This is not the journal the kept digest came from`,
};

export const evidenceWords: Readonly<Record<EvidenceKind, MessageDescriptor>> = {
  BEATEN_WIDELY: msg`Targets beaten by far, again and again`,
  BUNCHED: msg`Figures bunched just past a threshold`,
  LATE_REVISION: msg`A late revision crossed a threshold`,
  LOW_FORECASTS: msg`Forecasts always below what came`,
};

export const decisionWords: Readonly<Record<EvidenceDecision, MessageDescriptor>> = {
  EXPLAINED: msg`Explained`,
  NOTED: msg`Noted`,
  RENEGOTIATE: msg`To be renegotiated`,
};

export const invoicedWords: Readonly<Record<InvoicedAs, MessageDescriptor>> = {
  NOTHING: msg`Nothing: the line is the whole price`,
  TARGET_PRICE: msg`Target cost and fee`,
  COST_AND_FEE: msg`Actual cost and fee`,
};
