import { useLingui } from "@lingui/react/macro";
import type { Aggregation, Direction, Frequency, KpiRole, MeasureType, Unit } from "~/graphql/graphql";
import { type Option, Select } from "~/ui/select";
import { TextField } from "~/ui/text-field";
import styles from "./administration.module.css";
import { aggregationsOf, type KpiDraft, withUnit } from "./kpi-draft";

/** The fields that say themselves what is wrong with them. */
export const shownFields = [
  "displayName",
  "description",
  "role",
  "measureType",
  "unit",
  "currency",
  "decimals",
  "direction",
  "frequency",
  "aggregation",
  "graceDays",
  "raciActivity",
  "effectOnGoal",
];

interface KpiFieldsProps {
  readonly draft: KpiDraft;
  /** The partnership's. */
  readonly currency: string;
  readonly activities: readonly { readonly slug: string; readonly displayName: string }[];
  readonly errorOf: (field: string) => string | null;
  readonly onChange: (draft: KpiDraft) => void;
}

export function KpiFields({ draft, currency, activities, errorOf, onChange }: KpiFieldsProps) {
  const { t } = useLingui();
  const choices = useChoices();
  const set = (part: Partial<KpiDraft>) => onChange({ ...draft, ...part });
  return (
    <>
      <TextField
        label={t`Name`}
        value={draft.displayName}
        onChange={(displayName) => set({ displayName })}
        maxLength={120}
        error={errorOf("displayName")}
        autoFocus
      />
      <TextField
        label={t`What is measured, and how`}
        value={draft.description}
        onChange={(description) => set({ description })}
        lines={2}
        maxLength={2000}
        error={errorOf("description")}
      />
      <div className={styles.pair}>
        <Select
          label={t`On the page`}
          options={choices.roles}
          selected={draft.role}
          onSelect={(role) => set({ role })}
          error={errorOf("role")}
        />
        <Select
          label={t`Better is`}
          options={choices.directions}
          selected={draft.direction}
          onSelect={(direction) => set({ direction })}
          error={errorOf("direction")}
        />
        <Select
          label={t`Unit`}
          options={choices.units}
          selected={draft.unit}
          onSelect={(unit) =>
            onChange(withUnit({ ...draft, currency: draft.currency === "" ? currency : draft.currency }, unit))
          }
          error={errorOf("unit")}
        />
        {draft.unit === "MONEY" ? (
          <TextField
            label={t`Currency`}
            value={draft.currency}
            onChange={(next) => set({ currency: next })}
            maxLength={3}
            error={errorOf("currency")}
          />
        ) : null}
        <TextField
          label={t`Decimals shown`}
          value={draft.decimals}
          onChange={(decimals) => set({ decimals })}
          inputMode="numeric"
          maxLength={1}
          error={errorOf("decimals")}
        />
        <Select
          label={t`A figure is due`}
          options={choices.frequencies}
          selected={draft.frequency}
          onSelect={(frequency) => set({ frequency })}
          error={errorOf("frequency")}
        />
        <TextField
          label={t`Days of grace`}
          value={draft.graceDays}
          onChange={(graceDays) => set({ graceDays })}
          inputMode="numeric"
          maxLength={3}
          hint={t`After a period's end, until a missing figure is stale`}
          error={errorOf("graceDays")}
        />
        <Select
          label={t`Over longer periods`}
          options={choices.aggregations.filter(({ id }) => aggregationsOf(draft.unit).includes(id))}
          selected={draft.aggregation}
          onSelect={(aggregation) => set({ aggregation })}
          error={errorOf("aggregation")}
        />
        <Select
          label={t`It measures`}
          options={choices.types}
          selected={draft.measureType}
          onSelect={(measureType) => set({ measureType })}
          error={errorOf("measureType")}
        />
        <Select
          label={t`Who answers for its reds`}
          options={[
            { id: "", text: t`Nobody yet` },
            ...activities.map(({ slug: id, displayName: text }) => ({ id, text })),
          ]}
          selected={draft.raciActivity}
          onSelect={(raciActivity) => set({ raciActivity })}
          hint={t`The activity's Accountable`}
          error={errorOf("raciActivity")}
        />
      </div>
      {draft.role === "DRIVER" ? (
        <TextField
          label={t`What it does to the goal`}
          value={draft.effectOnGoal}
          onChange={(effectOnGoal) => set({ effectOnGoal })}
          maxLength={200}
          error={errorOf("effectOnGoal")}
        />
      ) : null}
    </>
  );
}

/** What can be chosen, in words. */
function useChoices() {
  const { t } = useLingui();
  const roles: readonly Option<KpiRole>[] = [
    { id: "GOAL", text: t`The goal`, hint: t`What the page is about; one` },
    { id: "DRIVER", text: t`A driver`, hint: t`Said to move the goal; three to five` },
    { id: "WATCH", text: t`Watched, not on the front` },
  ];
  const directions: readonly Option<Direction>[] = [
    { id: "HIGHER_IS_BETTER", text: t`Higher` },
    { id: "LOWER_IS_BETTER", text: t`Lower` },
    { id: "WITHIN_RANGE", text: t`Inside a range` },
  ];
  const units: readonly Option<Unit>[] = [
    { id: "PERCENT", text: "%" },
    { id: "COUNT", text: t`Pieces` },
    { id: "PPM", text: "ppm" },
    { id: "DAYS", text: t`Days` },
    { id: "HOURS", text: t`Hours` },
    { id: "MONEY", text: t`Money` },
    { id: "RATIO", text: t`Ratio` },
  ];
  const frequencies: readonly Option<Frequency>[] = [
    { id: "DAILY", text: t`every day` },
    { id: "WEEKLY", text: t`every ISO week` },
    { id: "MONTHLY", text: t`every month` },
    { id: "QUARTERLY", text: t`every quarter` },
  ];
  const aggregations: readonly Option<Aggregation>[] = [
    { id: "SUM", text: t`they add up` },
    { id: "MEAN", text: t`their mean` },
    { id: "LAST", text: t`the last one stands` },
    { id: "RATIO", text: t`sum of numerators over sum of denominators` },
  ];
  const types: readonly Option<MeasureType>[] = [
    { id: "OUTPUT", text: t`a result` },
    { id: "INPUT", text: t`an input` },
  ];
  return { roles, directions, units, frequencies, aggregations, types };
}
