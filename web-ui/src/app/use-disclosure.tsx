import { useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { DiscloseDialog } from "~/app/dialogs";
import type { DriverKpi } from "~/features/scorecard/driver-table";
import type { Activity } from "~/graphql/graphql";
import type { DateTime } from "~/lib/scalars";
import { Button } from "~/ui/button";

interface Disclosing {
  readonly slug: string;
  readonly partnership: { readonly timeZone: string; readonly viewerMay: readonly Activity[] } | null;
  readonly asOf: DateTime | null;
}

/** «We expect to miss this», from a driver's line: one click here, one in the dialog. */
export function useDisclosure({ slug, partnership, asOf }: Disclosing): {
  readonly actionOf: (kpi: DriverKpi) => ReactNode;
  readonly dialog: ReactNode;
} {
  const { t } = useLingui();
  const [kpi, setKpi] = useState<DriverKpi | null>(null);
  const [open, setOpen] = useState<"no" | "yes">("no");
  if (asOf !== null || !partnership?.viewerMay.includes("COMMENT")) return { actionOf: () => null, dialog: null };
  const label = (each: DriverKpi) => t`We expect to miss this: ${each.displayName}`;
  return {
    actionOf: (each) => (
      <Button
        look="quiet"
        size="small"
        icon="warning"
        aria-label={label(each)}
        onPress={() => {
          setKpi(each);
          setOpen("yes");
        }}
      />
    ),
    dialog:
      kpi === null ? null : (
        <DiscloseDialog
          key={kpi.slug}
          slug={slug}
          kpi={kpi}
          timeZone={partnership.timeZone}
          isOpen={open === "yes"}
          onClose={() => setOpen("no")}
        />
      ),
  };
}
