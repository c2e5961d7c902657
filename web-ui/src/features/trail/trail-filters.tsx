import { Trans, useLingui } from "@lingui/react/macro";
import type { AuditSource } from "~/graphql/graphql";
import type { CalendarDate, DateTime } from "~/lib/scalars";
import { momentIn } from "~/lib/zone";
import { Button } from "~/ui/button";
import { Select } from "~/ui/select";
import { TextField } from "~/ui/text-field";
import styles from "./trail-page.module.css";

/** Which events are wanted; empty strings narrow nothing. Days are those of the partnership's calendar, both included. */
export interface TrailFilter {
  readonly source: AuditSource;
  readonly kind: string;
  readonly person: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

interface TrailFiltersProps {
  readonly filter: TrailFilter;
  readonly people: readonly { readonly slug: string; readonly displayName: string }[];
  readonly onChange: (filter: TrailFilter) => void;
}

export function TrailFilters({ filter, people, onChange }: TrailFiltersProps) {
  const { t } = useLingui();
  const sources: Readonly<Record<AuditSource, string>> = {
    SCORES: t`KPIs, targets, figures`,
    PEOPLE: t`People, roles, tokens`,
    ACTIONS: t`Actions and RACI`,
    CADENCE: t`Meetings`,
    INCENTIVES: t`Agreements and pay`,
  };
  const kinds: Readonly<Record<AuditSource, readonly { id: string; text: string }[]>> = {
    SCORES: [
      { id: "kpi.figure", text: t`Figures` },
      { id: "kpi.target", text: t`Targets` },
      { id: "kpi.correction", text: t`Corrections` },
      { id: "kpi.note", text: t`Notes` },
      { id: "kpi.created", text: t`New KPIs` },
    ],
    PEOPLE: [
      { id: "membership", text: t`Roles` },
      { id: "token", text: t`Ingestion tokens` },
    ],
    ACTIONS: [
      { id: "action.owner", text: t`Owner and due date` },
      { id: "action.red", text: t`Reds` },
      { id: "action.escalated", text: t`Escalations` },
      { id: "action.closed", text: t`Closed actions` },
      { id: "raci", text: t`RACI` },
    ],
    CADENCE: [
      { id: "meeting", text: t`Meetings` },
      { id: "series", text: t`Series` },
      { id: "decision", text: t`Decisions` },
      { id: "commitment", text: t`Commitments` },
      { id: "item", text: t`Agenda` },
    ],
    INCENTIVES: [
      { id: "incentives.agreement", text: t`Agreements` },
      { id: "incentives.statement", text: t`Statements` },
      { id: "incentives.disclosed", text: t`Disclosures` },
      { id: "incentives.evidence", text: t`Evidence` },
      { id: "incentives.forecast", text: t`Forecasts` },
    ],
  };
  const narrowed = filter.kind !== "" || filter.person !== "" || filter.from !== "" || filter.to !== "";
  return (
    <search className={styles.filters} data-print="hide">
      <Select
        label={t`About`}
        options={(Object.keys(sources) as AuditSource[]).map((id) => ({ id, text: sources[id] }))}
        selected={filter.source}
        onSelect={(source) => onChange({ ...filter, source, kind: "" })}
      />
      <Select
        label={t`What`}
        options={[{ id: "", text: t`Everything` }, ...kinds[filter.source]]}
        selected={filter.kind}
        onSelect={(kind) => onChange({ ...filter, kind })}
      />
      <Select
        label={t`Who`}
        options={[{ id: "", text: t`Everybody` }, ...people.map(({ slug: id, displayName: text }) => ({ id, text }))]}
        selected={filter.person}
        onSelect={(person) => onChange({ ...filter, person })}
      />
      <TextField label={t`From`} type="date" value={filter.from} onChange={(from) => onChange({ ...filter, from })} />
      <TextField label={t`To`} type="date" value={filter.to} onChange={(to) => onChange({ ...filter, to })} />
      {narrowed ? (
        <Button
          look="quiet"
          onPress={() => onChange({ source: filter.source, kind: "", person: "", from: "", to: "" })}
        >
          <Trans>Show all</Trans>
        </Button>
      ) : null}
    </search>
  );
}

/** The moments between which an event must lie: from the first day's midnight to the one after the last. */
export function momentsOf({ from, to }: TrailFilter, zone: string): { from: DateTime | null; until: DateTime | null } {
  return { from: midnight(from, zone), until: midnight(dayAfter(to), zone) };
}

function midnight(date: CalendarDate, zone: string): DateTime | null {
  return date === "" ? null : momentIn(zone, { date, time: "00:00:00" }).toISOString();
}

function dayAfter(date: CalendarDate): CalendarDate {
  if (date === "") return "";
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** The filter as the page's own address carries it. */
export function withFilter(filter: TrailFilter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ""));
}

/** Where the same events are as a file. */
export function fileOf(slug: string, filter: TrailFilter, zone: string): string {
  const { from, until } = momentsOf(filter, zone);
  const search = new URLSearchParams({ source: filter.source.toLowerCase() });
  for (const [name, value] of Object.entries({ kind: filter.kind, person: filter.person, from, until })) {
    if (value !== null && value !== "") search.set(name, value);
  }
  return `/api/partnerships/${slug}/audit.csv?${search}`;
}
