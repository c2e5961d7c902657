import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { DiscloseDialog, RecordDialog, TargetDialog } from "~/app/dialogs";
import type { Activity, Direction, Frequency } from "~/graphql/graphql";
import type { Measure } from "~/lib/format";
import { Button } from "~/ui/button";
import type { Bounds } from "~/ui/chart/bullet-bar";

interface KpiActionsProps {
  readonly slug: string;
  readonly kpi: Measure & {
    readonly slug: string;
    readonly displayName: string;
    readonly direction: Direction;
    readonly frequency: Frequency;
    readonly rolledFrom: readonly string[];
    readonly retiredAt?: string | null;
  };
  readonly current: Bounds | null;
  readonly timeZone: string;
  readonly may: readonly Activity[];
}

/** What can be done from a KPI's page. */
export function KpiActions({ slug, kpi, current, timeZone, may }: KpiActionsProps) {
  const [open, setOpen] = useState<"nothing" | "record" | "target" | "disclose">("nothing");
  const close = () => setOpen("nothing");
  if (kpi.retiredAt != null) return null;
  return (
    <>
      {may.includes("COMMENT") ? (
        <>
          <Button icon="warning" onPress={() => setOpen("disclose")}>
            <Trans>We expect to miss this</Trans>
          </Button>
          <DiscloseDialog slug={slug} kpi={kpi} timeZone={timeZone} isOpen={open === "disclose"} onClose={close} />
        </>
      ) : null}
      {may.includes("PROPOSE_TERMS") ? (
        <>
          <Button icon="flag" onPress={() => setOpen("target")}>
            <Trans>Propose a target</Trans>
          </Button>
          <TargetDialog
            slug={slug}
            kpi={kpi}
            current={current}
            timeZone={timeZone}
            isOpen={open === "target"}
            onClose={close}
          />
        </>
      ) : null}
      {may.includes("RECORD_MEASUREMENTS") && kpi.rolledFrom.length === 0 ? (
        <>
          <Button look="primary" icon="plus" onPress={() => setOpen("record")}>
            <Trans>Record figures</Trans>
          </Button>
          <RecordDialog slug={slug} kpi={kpi.slug} isOpen={open === "record"} onClose={close} />
        </>
      ) : null}
    </>
  );
}
