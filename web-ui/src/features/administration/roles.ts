import { useLingui } from "@lingui/react/macro";
import type { Role } from "~/graphql/graphql";
import type { Option } from "~/ui/select";

/** What a person can be on a partnership, in words. */
export function useRoles(): readonly Option<Role>[] {
  const { t } = useLingui();
  return [
    { id: "LEADER", text: t`Leader`, hint: t`Signs, approves, leads` },
    { id: "OPS", text: t`Operations`, hint: t`Runs the week` },
    { id: "VIEWER", text: t`Reader`, hint: t`Reads` },
  ];
}
