import { Trans } from "@lingui/react/macro";
import { type Measure, useFormat } from "~/lib/format";
import type { Decimal } from "~/lib/scalars";
import type { Bounds, Direction } from "./chart/bullet-bar";

interface BoundsProps {
  readonly bounds: Bounds | null;
  readonly direction: Direction;
  readonly measure: Measure;
}

/** The target with its sense, as in a column whose heading says the unit: `≥ 95.0`, `≤ 7.0`, `5.0 … 8.0`. */
export function TargetText({ bounds, direction, measure }: BoundsProps) {
  const format = useFormat();
  if (bounds === null) return <Trans>No target</Trans>;
  const value = (figure: Decimal | null | undefined) => format.number(figure, measure);
  switch (direction) {
    case "HIGHER_IS_BETTER":
      return <>≥ {value(bounds.value)}</>;
    case "LOWER_IS_BETTER":
      return <>≤ {value(bounds.value)}</>;
    case "WITHIN_RANGE":
      return (
        <>
          {value(bounds.value)} … {value(bounds.upperValue)}
        </>
      );
  }
}

/** Where red begins: `below 90.0 %`, `above 12.0`, `below 4.0 or above 10.0`. */
export function RedLimitText({ bounds, direction, measure }: BoundsProps) {
  const format = useFormat();
  if (bounds === null) return null;
  const limit = format.figure(bounds.redLimit, measure);
  switch (direction) {
    case "HIGHER_IS_BETTER":
      return <Trans>red below {limit}</Trans>;
    case "LOWER_IS_BETTER":
      return <Trans>red above {limit}</Trans>;
    case "WITHIN_RANGE":
      return (
        <Trans>
          red below {limit} or above {format.figure(bounds.upperRedLimit, measure)}
        </Trans>
      );
  }
}
