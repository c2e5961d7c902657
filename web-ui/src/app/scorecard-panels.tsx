import { CadencePanel, type CadencePanelDocument } from "~/features/cadence/cadence-panel";
import { PastPay, type PastPayDocument } from "~/features/incentives/past-pay";
import { PayPanel, type PayPanelDocument, PayUnknown } from "~/features/incentives/pay-panel";
import { RaciGaps, type RaciGapsDocument } from "~/features/raci/raci-gaps";
import type { FragmentType } from "~/graphql/fragment-masking";
import type { Activity } from "~/graphql/graphql";

interface ScorecardPanelsProps {
  readonly slug: string;
  readonly today: string;
  /** Null while cadence can't be reached and nothing is known; undefined of the past. */
  readonly cadence: FragmentType<typeof CadencePanelDocument> | null | undefined;
  /** Null while actions can't be reached and nothing is known, and of the past. */
  readonly raci: FragmentType<typeof RaciGapsDocument> | null;
  /** Null for those who may not read money, of the past, and while incentives can't be reached and nothing is known. */
  readonly pay: FragmentType<typeof PayPanelDocument> | null | undefined;
  /** Of the past only, for those who may read money. */
  readonly paid: FragmentType<typeof PastPayDocument> | null | undefined;
  /** What the viewer may do; nothing of the past. */
  readonly may: readonly Activity[];
}

/** The right column of a partnership's page: one panel per feature, one line each, in the order they are read. */
export function ScorecardPanels({ slug, today, cadence, raci, pay, paid, may }: ScorecardPanelsProps) {
  return (
    <>
      {pay == null ? may.includes("READ_MONEY") ? <PayUnknown /> : null : <PayPanel slug={slug} panel={pay} />}
      {paid == null ? null : <PastPay slug={slug} statements={paid} />}
      {cadence === undefined ? null : <CadencePanel slug={slug} cadence={cadence} />}
      {raci === null ? null : <RaciGaps slug={slug} raci={raci} today={today} />}
    </>
  );
}
