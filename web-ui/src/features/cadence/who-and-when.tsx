import { useLingui } from "@lingui/react/macro";
import { errorOf, type UserError } from "~/lib/user-errors";
import { dateIn } from "~/lib/zone";
import { Select } from "~/ui/select";
import { TextField } from "~/ui/text-field";
import styles from "./who-and-when.module.css";

export interface WhoOption {
  readonly id: string;
  readonly text: string;
  readonly hint: string;
}

interface WhoAndWhenProps {
  readonly people: readonly WhoOption[];
  /** Slug of who is chosen; null while nobody is. */
  readonly who: string | null;
  readonly onWho: (slug: string) => void;
  readonly due: string;
  readonly onDue: (date: string) => void;
  readonly errors: readonly UserError[];
}

/** Who answers for something, and by when. */
export function WhoAndWhen({ people, who, onWho, due, onDue, errors }: WhoAndWhenProps) {
  const { t } = useLingui();
  return (
    <div className={styles.pair}>
      <Select label={t`Who?`} options={people} selected={who} onSelect={onWho} error={errorOf(errors, "owner")} />
      <TextField label={t`By when?`} type="date" value={due} onChange={onDue} error={errorOf(errors, "dueDate")} />
    </div>
  );
}

interface Member {
  readonly role: string;
  readonly person: { readonly slug: string; readonly displayName: string; readonly companySlug: string | null };
}

/** Those of both sides who can answer for something. */
export function peopleOf(members: readonly Member[] | null | undefined): readonly WhoOption[] {
  return (members ?? [])
    .filter(({ role }) => role !== "VIEWER")
    .map(({ person }) => ({ id: person.slug, text: person.displayName, hint: person.companySlug ?? "" }));
}

/** The date so many days from now, in a zone. */
export function inDays(zone: string, days: number): string {
  return dateIn(zone, new Date(Date.now() + days * 86_400_000));
}
