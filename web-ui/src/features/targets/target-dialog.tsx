import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { graphql } from "~/graphql/gql";
import type { Direction, Frequency } from "~/graphql/graphql";
import { parseDecimal } from "~/lib/decimal";
import { type Measure, useFormat } from "~/lib/format";
import { kindOfFrequency, nextPeriod, type ParsedPeriod, parsePeriod, periodAt } from "~/lib/periods";
import type { Period } from "~/lib/scalars";
import { errorOf, errorsBesides } from "~/lib/user-errors";
import { useWrite } from "~/lib/write";
import { dateIn } from "~/lib/zone";
import { Button } from "~/ui/button";
import type { Bounds } from "~/ui/chart/bullet-bar";
import { Dialog } from "~/ui/dialog";
import { notify } from "~/ui/notices";
import { PeriodField } from "~/ui/period-field";
import { TextField } from "~/ui/text-field";
import { WriteProblems } from "~/ui/write-problems";
import styles from "./target-dialog.module.css";

const ProposeTargetMutation = graphql(`
  mutation ProposeTarget($input: ProposeTargetInput!) {
    proposeTarget(input: $input) {
      target {
        id
        state
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface TargetDialogProps {
  readonly slug: string;
  readonly kpi: Measure & {
    readonly slug: string;
    readonly displayName: string;
    readonly direction: Direction;
    readonly frequency: Frequency;
  };
  /** The target in force, to start from. */
  readonly current: Bounds | null;
  readonly timeZone: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

type BoundName = "value" | "redLimit" | "upperValue" | "upperRedLimit";

/** The form of a new target. What is typed stays when it is closed. */
export function TargetDialog({ slug, kpi, current, timeZone, isOpen, onClose }: TargetDialogProps) {
  const { t } = useLingui();
  const format = useFormat(timeZone);
  const form = useId();
  const kind = kindOfFrequency[kpi.frequency];
  const upcoming = comingPeriods(kind, dateIn(timeZone, new Date()));
  const [bounds, setBounds] = useState<Readonly<Record<BoundName, string>>>(() => ({
    value: shown(current?.value, format.locale),
    redLimit: shown(current?.redLimit, format.locale),
    upperValue: shown(current?.upperValue, format.locale),
    upperRedLimit: shown(current?.upperRedLimit, format.locale),
  }));
  const [fromPeriod, setFromPeriod] = useState<Period>(upcoming[1] ?? "");
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState<"no" | "yes">("no");
  const proposing = useWrite(ProposeTargetMutation, ["Target", "Scorecard", "KpiDetail", "PortfolioLine"]);

  const names: readonly BoundName[] =
    kpi.direction === "WITHIN_RANGE" ? ["redLimit", "value", "upperValue", "upperRedLimit"] : ["value", "redLimit"];
  const labels: Readonly<Record<BoundName, string>> =
    kpi.direction === "WITHIN_RANGE"
      ? {
          redLimit: t`Red below`,
          value: t`Green from`,
          upperValue: t`Green up to`,
          upperRedLimit: t`Red above`,
        }
      : {
          value: t`Target`,
          redLimit: kpi.direction === "HIGHER_IS_BETTER" ? t`Red below` : t`Red above`,
          upperValue: "",
          upperRedLimit: "",
        };
  const read = (name: BoundName) => parseDecimal(bounds[name], format.locale);
  const wrong = (name: BoundName) =>
    checked === "yes" && read(name) === null ? t`Enter a number.` : errorOf(proposing.userErrors, `bounds.${name}`);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked("yes");
    const [value, redLimit] = [read("value"), read("redLimit")];
    if (value === null || redLimit === null || names.some((name) => read(name) === null)) return;
    const upper =
      kpi.direction === "WITHIN_RANGE" ? { upperValue: read("upperValue"), upperRedLimit: read("upperRedLimit") } : {};
    const done = await proposing.send({
      partnership: slug,
      kpi: kpi.slug,
      fromPeriod,
      bounds: { value, redLimit, ...upper },
      reason: reason.trim(),
    });
    if (done === null) return;
    notify({ kind: "done", text: t`Target proposed. It counts once the other side accepts it.` });
    setReason("");
    setChecked("no");
    onClose();
  };

  return (
    <Dialog
      title={t`Propose a target: ${kpi.displayName}`}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button look="primary" type="submit" form={form} isPending={proposing.sending === "yes"}>
            <Trans>Propose</Trans>
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <div className={styles.bounds}>
          {names.map((name, index) => (
            <TextField
              key={name}
              label={labels[name]}
              value={bounds[name]}
              onChange={(text) => setBounds({ ...bounds, [name]: text })}
              error={wrong(name)}
              inputMode="decimal"
              autoComplete="off"
              align="end"
              autoFocus={index === 0}
              {...(format.unit(kpi) === "" ? {} : { affix: format.unit(kpi) })}
            />
          ))}
        </div>
        <PeriodField
          label={t`From`}
          kind={kind}
          value={fromPeriod}
          onChange={setFromPeriod}
          quarters={upcoming}
          hint={t`Earlier periods keep the target they had.`}
          error={errorOf(proposing.userErrors, "fromPeriod")}
        />
        <TextField
          label={t`Why?`}
          value={reason}
          onChange={setReason}
          lines={3}
          maxLength={500}
          hint={t`The other side reads it when it decides.`}
          error={errorOf(proposing.userErrors, "reason")}
        />
        <WriteProblems
          errors={errorsBesides(proposing.userErrors, [
            ...names.map((name) => `bounds.${name}`),
            "fromPeriod",
            "reason",
          ])}
          unanswered={proposing.unanswered}
        />
      </form>
    </Dialog>
  );
}

/** The running period and those after it. */
function comingPeriods(kind: ParsedPeriod["kind"], today: string): readonly Period[] {
  const periods = [periodAt(kind, new Date(`${today}T00:00:00Z`))];
  for (let more = 0; more < 7; more++) {
    const last = parsePeriod(periods.at(-1) ?? "");
    if (last !== null) periods.push(nextPeriod(last));
  }
  return periods;
}

/** A decimal as a person of the locale would type it. */
function shown(value: string | null | undefined, locale: string): string {
  return value == null
    ? ""
    : new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 20 }).format(
        value as Intl.StringNumericLiteral,
      );
}
