import { useLingui } from "@lingui/react/macro";
import { Select } from "~/ui/select";
import type { Candidate } from "./people";

interface OwnerPickerProps {
  readonly label: string;
  readonly candidates: readonly Candidate[];
  readonly selected: string | null;
  readonly onSelect: (slug: string) => void;
  readonly error?: string | null;
}

/** Chooses one of both sides' people. */
export function OwnerPicker({ label, candidates, selected, onSelect, error = null }: OwnerPickerProps) {
  const { t } = useLingui();
  return (
    <Select
      label={label}
      options={candidates.map(({ slug, name, company }) => ({ id: slug, text: name, hint: company }))}
      selected={candidates.some(({ slug }) => slug === selected) ? selected : null}
      onSelect={onSelect}
      placeholder={t`Choose somebody`}
      error={error}
    />
  );
}
