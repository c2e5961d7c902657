/** The moment at which the clocks of a zone show the given wall time; of two (autumn) the first, of none (spring) the later side. */
export function momentIn(zone: string, wall: { readonly date: string; readonly time: string }): Date {
  const asUtc = Date.parse(`${wall.date}T${wall.time}Z`);
  // The offset is that of the moment sought, so it is looked up twice: near it, then at it.
  const near = asUtc - offsetAt(zone, asUtc);
  return new Date(asUtc - offsetAt(zone, near));
}

/** The date that the calendar of a zone shows at a moment, such as `2026-11-22`. */
export function dateIn(zone: string, moment: Date): string {
  const { year, month, day } = partsAt(zone, moment.getTime());
  return `${year}-${month}-${day}`;
}

function offsetAt(zone: string, moment: number): number {
  const { year, month, day, hour, minute, second } = partsAt(zone, moment);
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return wall - Math.floor(moment / 1000) * 1000;
}

function partsAt(zone: string, moment: number): Readonly<Record<string, string>> {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    calendar: "iso8601",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(moment);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}
