/** Why an input was refused, as the server says it. */
export interface UserError {
  readonly code: string;
  /** Path of the input's field, such as `measurements.3.figure.value`; null when it is about the whole. */
  readonly field?: string | null;
  readonly message: string;
}

/** What is wrong with a field or with anything within it; null when nothing is. */
export function errorOf(errors: readonly UserError[], field: string): string | null {
  const about = aboutField(errors, field);
  return about.length === 0 ? null : about.map(({ message }) => message).join(" ");
}

/**
 * The same, with the name of the rule that says no: by it both companies and the audit trail can speak of it. How something is
 * written has no rule worth a name.
 */
export function refusalOf(errors: readonly UserError[], field: string): string | null {
  const about = aboutField(errors, field);
  if (about.length === 0) return null;
  return about.map(({ code, message }) => (code.startsWith("TEXT_") ? message : `${message} [${code}]`)).join(" ");
}

function aboutField(errors: readonly UserError[], field: string): readonly UserError[] {
  return errors.filter((error) => error.field === field || error.field?.startsWith(`${field}.`));
}

/** What can't be said next to one of the fields, and so must be said for the whole. */
export function errorsBesides(errors: readonly UserError[], fields: readonly string[]): readonly UserError[] {
  return errors.filter(
    ({ field }) => field == null || !fields.some((shown) => field === shown || field.startsWith(`${shown}.`)),
  );
}
