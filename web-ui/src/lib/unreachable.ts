import type { CombinedError } from "@urql/core";
import type { DateTime } from "~/lib/scalars";

/** A service behind the server that can't be reached. */
export interface Unreachable {
  /** As the server names it, such as `kpis`. */
  readonly service: string;
  /** When what is shown in its place was read from it; null when nothing is. */
  readonly lastKnownAt: DateTime | null;
}

/** Services that an answer names as out of reach, once each. */
export function unreachableIn(error: CombinedError | undefined): readonly Unreachable[] {
  const named = (error?.graphQLErrors ?? []).flatMap(({ extensions }) => {
    const { service, lastKnownAt } = extensions;
    if (typeof service !== "string") return [];
    return [{ service, lastKnownAt: typeof lastKnownAt === "string" ? lastKnownAt : null }];
  });
  return named.filter(({ service }, index) => named.findIndex((other) => other.service === service) === index);
}
