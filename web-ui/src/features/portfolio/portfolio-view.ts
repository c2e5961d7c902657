import { useSearchParams } from "wouter";
import type { Status } from "~/lib/scalars";

export type Order = "WORST_FIRST" | "NAME" | "LAST_DATA";

/** How the portfolio is looked at. It stands in the address, so that it can be sent to someone and come back to. */
export interface PortfolioView {
  readonly order: Order;
  /** Goal statuses to keep; empty for all. */
  readonly statuses: readonly Status[];
  readonly search: string;
}

export const everyStatus: readonly Status[] = ["RED", "STALE", "AMBER", "NO_DATA", "GREEN"];
export const everyOrder: readonly Order[] = ["WORST_FIRST", "NAME", "LAST_DATA"];

export function readView(params: URLSearchParams): PortfolioView {
  const asked = params.get("status")?.split(",") ?? [];
  return {
    order: everyOrder.find((order) => order === params.get("order")) ?? "WORST_FIRST",
    statuses: everyStatus.filter((status) => asked.includes(status)),
    search: params.get("q") ?? "",
  };
}

/** Only what differs from the usual view, so that the usual address stays bare. */
export function writeView(view: PortfolioView): URLSearchParams {
  const params = new URLSearchParams();
  if (view.search !== "") params.set("q", view.search);
  if (view.statuses.length > 0) params.set("status", view.statuses.join(","));
  if (view.order !== "WORST_FIRST") params.set("order", view.order);
  return params;
}

export function usePortfolioView(): readonly [PortfolioView, (change: Partial<PortfolioView>) => void] {
  const [params, setParams] = useSearchParams();
  const view = readView(params);
  // What changes is added to the view at that time: a search is handed on after a pause in which something else may be chosen.
  return [view, (change) => setParams((now) => writeView({ ...readView(now), ...change }), { replace: true })];
}

/** Whether nothing is left out. */
export function isWhole(view: PortfolioView): boolean {
  return view.search === "" && view.statuses.length === 0;
}
