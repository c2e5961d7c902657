import { useFormat } from "~/lib/format";

/** An amount as the server writes it. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

export interface MoneyFormat {
  /** `4,200.00 USD`; what the partner pays the owner is negative. */
  readonly text: (money: Money) => string;
  /** The number alone, for columns whose heading says the currency. */
  readonly number: (money: Money) => string;
  /** With its sign. */
  readonly change: (money: Money) => string;
}

/** Amounts as the reader writes them, with all places of their currency. */
export function useMoney(): MoneyFormat {
  const format = useFormat();
  const measure = ({ currency }: Money) => ({ unit: "MONEY", decimals: placesOf(currency), currency }) as const;
  return {
    text: (money) => format.figure(money.amount, measure(money)),
    number: (money) => format.number(money.amount, measure(money)),
    change: (money) => format.change(money.amount, measure(money)),
  };
}

/** Digits of the minor unit; two for what is no currency (yet). */
export function placesOf(currency: string): number {
  try {
    return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

export type Tone = "gain" | "loss" | "none";

/** Whether an amount or a change is good for the partner: told with a sign too, never by colour alone. */
export function toneOf({ amount }: Money): Tone {
  if (/^-?0*(\.0*)?$/.test(amount)) return "none";
  return amount.startsWith("-") ? "loss" : "gain";
}
