/** Maps figures to places on a straight line. */
export function linear(
  domain: readonly [number, number],
  range: readonly [number, number],
): (figure: number) => number {
  const [from, to] = domain;
  const [start, end] = range;
  const slope = to === from ? 0 : (end - start) / (to - from);
  return (figure) => start + (figure - from) * slope;
}

/** Round figures (1, 2 or 5 times a power of ten apart) within the domain, about as many as wanted. */
export function roundTicks([from, to]: readonly [number, number], wanted: number): readonly number[] {
  const rough = (to - from) / Math.max(1, wanted);
  if (!(rough > 0)) return [];
  const exponent = Math.floor(Math.log10(rough));
  const power = 10 ** exponent;
  const factor = [1, 2, 5, 10].find((nice) => nice * power >= rough) ?? 10;
  const step = factor * power;
  const digits = Math.max(0, -exponent + 1);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    Number(((first + index) * step).toFixed(digits)),
  );
}

/** A path through places, as SVG writes it. */
export function polyline(places: readonly (readonly [number, number])[]): string {
  return places.map(([x, y], index) => `${index === 0 ? "M" : "L"}${tidy(x)},${tidy(y)}`).join("");
}

/** A hundredth of a pixel is as fine as anyone sees. */
function tidy(place: number): number {
  return Math.round(place * 100) / 100;
}
