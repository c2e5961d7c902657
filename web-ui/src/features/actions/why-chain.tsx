import { Trans, useLingui } from "@lingui/react/macro";
import { refusalOf, type UserError } from "~/lib/user-errors";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icons";
import { TextField } from "~/ui/text-field";
import form from "./form.module.css";
import styles from "./why-chain.module.css";

interface WhyChainProps {
  readonly legend: string;
  readonly whys: readonly string[];
  readonly onChange: (whys: readonly string[]) => void;
  readonly errors: readonly UserError[];
  /** Name of the input's field. */
  readonly field: string;
}

const most = 7;

/** Asks why, and of each answer again. */
export function WhyChain({ legend, whys, onChange, errors, field }: WhyChainProps) {
  const { t } = useLingui();
  // Lines that were left empty are not sent, so what is said counts without them.
  const sentAt = (index: number) => whys.slice(0, index).filter((why) => why.trim() !== "").length;
  const whole = errors.filter((error) => error.field === field);
  return (
    <fieldset className={form.chain}>
      <legend>{legend}</legend>
      {placed(whys).map(({ at, text }) => {
        const place = String(at + 1);
        return (
          <TextField
            key={at}
            label={at === 0 ? t`Because…` : t`Why is that? Because…`}
            aria-label={t`${legend} Answer ${place}`}
            value={text}
            onChange={(next) => onChange(whys.map((each, other) => (other === at ? next : each)))}
            maxLength={500}
            error={text.trim() === "" ? null : refusalOf(errors, `${field}.${sentAt(at)}`)}
          />
        );
      })}
      {whole.length === 0 ? null : (
        <p className={styles.wrong} role="alert">
          <Icon name="warning" size={14} />
          {refusalOf(whole, field)}
        </p>
      )}
      {whys.length >= most ? null : (
        <div>
          <Button size="small" look="quiet" icon="plus" onPress={() => onChange([...whys, ""])}>
            <Trans>Ask why once more</Trans>
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** Answers are known by their place in the chain. */
export function placed(whys: readonly string[]): readonly { readonly at: number; readonly text: string }[] {
  return whys.map((text, at) => ({ at, text }));
}

/** The answers that were given. */
export function filled(whys: readonly string[]): readonly string[] {
  return whys.map((why) => why.trim()).filter((why) => why !== "");
}
