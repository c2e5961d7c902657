import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { type FragmentType, readFragment } from "~/graphql/fragment-masking";
import { graphql } from "~/graphql/gql";
import type { SettlementFrequency, TermsFieldsFragment as Terms } from "~/graphql/graphql";
import { useFormat } from "~/lib/format";
import type { Decimal, Period } from "~/lib/scalars";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { dateIn } from "~/lib/zone";
import { Button } from "~/ui/button";
import { DecimalField } from "~/ui/decimal-field";
import { notify } from "~/ui/notices";
import { Select } from "~/ui/select";
import table from "~/ui/table.module.css";
import { WriteProblems } from "~/ui/write-problems";
import { runningAndNext } from "./coming";
import form from "./form.module.css";
import styles from "./page.module.css";

export const ForecastsDocument = graphql(`
  fragment Forecasts on ForecastConnection {
    nodes {
      id
      agreementSlug
      ruleId
      period
      value
      declaredBy {
        displayName
      }
      declaredAt
    }
  }
`);

const DeclareForecastMutation = graphql(`
  mutation DeclareForecast($input: DeclareForecastInput!) {
    declareForecast(input: $input) {
      forecast {
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

interface ForecastsProps {
  readonly agreement: { readonly id: string; readonly slug: string; readonly viewerMay: readonly string[] };
  /** A rule that pays by what the partner expects of itself. */
  readonly rule: Terms["rules"][number];
  readonly forecasts: FragmentType<typeof ForecastsDocument> | null;
  readonly frequency: SettlementFrequency;
  readonly kpiName: string;
  readonly timeZone: string;
}

/** What the partner expects of itself, period by period; the last word in time counts. */
export function Forecasts({ agreement, rule, forecasts: masked, frequency, kpiName, timeZone }: ForecastsProps) {
  const format = useFormat(timeZone);
  const declared = (readFragment(ForecastsDocument, masked)?.nodes ?? []).filter(
    ({ agreementSlug, ruleId }) => agreementSlug === agreement.slug && ruleId === rule.ruleId,
  );
  const days = rule.truthfulTarget?.declareWithinDays ?? 0;
  return (
    <section className={styles.card} aria-labelledby={`forecasts-${rule.ruleId}`}>
      <h2 id={`forecasts-${rule.ruleId}`}>
        <Trans>Forecasts: {rule.displayName}</Trans>
      </h2>
      <p className={styles.small}>
        <Trans>
          The partner says what {kpiName} will be, until {format.count(days)} days after a period's start. Saying what
          is believed pays most.
        </Trans>
      </p>
      {declared.length === 0 ? (
        <p className={styles.small}>
          <Trans>None yet; without one, {rule.truthfulTarget?.reference} counts.</Trans>
        </p>
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Period</Trans>
              </th>
              <th scope="col" data-numeric>
                <Trans>Forecast</Trans>
              </th>
              <th scope="col">
                <Trans>Declared</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {declared.map(({ id, period, value, declaredBy, declaredAt }) => (
              <tr key={id}>
                <th scope="row">{format.period(period)}</th>
                <td data-numeric>{value}</td>
                <td>
                  {declaredBy.displayName}, {format.moment(declaredAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {agreement.viewerMay.includes("declareForecast") ? (
        <DeclareForm
          agreement={agreement.id}
          rule={rule.ruleId}
          periods={runningAndNext(frequency, dateIn(timeZone, new Date()), 3)}
        />
      ) : null}
    </section>
  );
}

interface DeclareFormProps {
  readonly agreement: string;
  readonly rule: string;
  readonly periods: readonly Period[];
}

function DeclareForm({ agreement, rule, periods }: DeclareFormProps) {
  const { t } = useLingui();
  const format = useFormat();
  const [period, setPeriod] = useState<Period>(periods[1] ?? "");
  const [value, setValue] = useState<Decimal | null>(null);
  const declare = useWrite(DeclareForecastMutation, ["Forecast", "ForecastConnection", "Agreement", "PayPanel"]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (value === null) return;
    if ((await declare.send({ agreement, ruleId: rule, period, value })) === null) return;
    notify({ kind: "done", text: t`Declared. Both sides see it, with its time.` });
  };
  return (
    <form className={form.form} onSubmit={submit} noValidate data-print="hide">
      <div className={form.row}>
        <Select
          label={t`Period`}
          options={periods.map((id) => ({ id, text: format.periodLong(id) }))}
          selected={period}
          onSelect={setPeriod}
          error={errorOf(declare.userErrors, "period")}
        />
        <DecimalField label={t`What we expect`} onChange={setValue} error={errorOf(declare.userErrors, "value")} />
      </div>
      <div className={form.buttons}>
        <Button type="submit" isPending={declare.sending === "yes"} isDisabled={value === null}>
          <Trans>Declare</Trans>
        </Button>
      </div>
      <WriteProblems errors={errorsBesides(declare.userErrors, ["period", "value"])} unanswered={declare.unanswered} />
    </form>
  );
}
