import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { Origin } from "~/graphql/graphql";

const words = {
  BY_HAND: msg`by hand`,
  CSV: msg`from a file`,
  API: msg`by an ingestion token`,
  DERIVED: msg`computed from its steps`,
} as const;

/** How a figure came in, in words. */
export function useOriginWord(): (origin: Origin) => string {
  const { i18n } = useLingui();
  return (origin) => i18n._(words[origin]);
}
