import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";
import { RecordDialog } from "~/app/dialogs";
import type { Activity } from "~/graphql/graphql";
import { Button } from "~/ui/button";
import { Menu, MenuAction } from "~/ui/menu";

interface ScorecardActionsProps {
  readonly slug: string;
  /** What the viewer may do; nothing while they look at the past. */
  readonly may: readonly Activity[];
  readonly asOf: string | null;
}

/** What can be done from a partnership's page. */
export function ScorecardActions({ slug, may, asOf }: ScorecardActionsProps) {
  const { t } = useLingui();
  const [, go] = useLocation();
  const [recording, setRecording] = useState<"closed" | "open">("closed");
  const records = may.includes("RECORD_MEASUREMENTS");
  const download = (file: string) =>
    location.assign(`/api/partnerships/${slug}/${file}${asOf === null ? "" : `?asOf=${encodeURIComponent(asOf)}`}`);
  return (
    <>
      <Menu label={t`More`} trigger={<Button look="quiet" icon="more" aria-label={t`More`} />}>
        <MenuAction icon="flag" onAction={() => go(`/p/${slug}/actions`)}>{t`Actions`}</MenuAction>
        <MenuAction icon="person" onAction={() => go(`/p/${slug}/raci`)}>{t`Who answers for what`}</MenuAction>
        {may.includes("READ_MONEY") ? (
          <>
            <MenuAction icon="edit" onAction={() => go(`/p/${slug}/agreements`)}>{t`Agreements`}</MenuAction>
            <MenuAction icon="check" onAction={() => go(`/p/${slug}/statements`)}>{t`Statements`}</MenuAction>
          </>
        ) : null}
        <MenuAction icon="warning" onAction={() => go(`/p/${slug}/openness`)}>{t`Disclosures and evidence`}</MenuAction>
        <MenuAction icon="table" onAction={() => go(`/p/${slug}/figures`)}>{t`Figures as a table`}</MenuAction>
        <MenuAction icon="calendar" onAction={() => go(`/p/${slug}/meetings`)}>{t`Meetings`}</MenuAction>
        {asOf === null ? (
          <MenuAction icon="person" onAction={() => go(`/p/${slug}/people`)}>{t`People`}</MenuAction>
        ) : null}
        {may.includes("READ_AUDIT") ? (
          <MenuAction icon="clock" onAction={() => go(`/p/${slug}/trail`)}>{t`Audit trail`}</MenuAction>
        ) : null}
        {records ? (
          <MenuAction icon="upload" onAction={() => go(`/p/${slug}/import`)}>{t`Import figures`}</MenuAction>
        ) : null}
        <MenuAction
          icon="download"
          onAction={() => download("scorecard.csv")}
        >{t`Download this page (CSV)`}</MenuAction>
        <MenuAction
          icon="download"
          onAction={() => download("measurements.csv")}
        >{t`Download all figures (CSV)`}</MenuAction>
        <MenuAction icon="print" onAction={() => window.print()}>{t`Print`}</MenuAction>
      </Menu>
      {records ? (
        <>
          <Button look="primary" icon="plus" onPress={() => setRecording("open")}>
            <Trans>Record figures</Trans>
          </Button>
          <RecordDialog slug={slug} isOpen={recording === "open"} onClose={() => setRecording("closed")} />
        </>
      ) : null}
    </>
  );
}
