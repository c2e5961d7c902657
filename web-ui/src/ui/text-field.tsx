import type { ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextArea } from "react-aria-components/TextArea";
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from "react-aria-components/TextField";
import styles from "./field.module.css";
import { Icon } from "./icons";

interface TextFieldProps extends Omit<AriaTextFieldProps, "className" | "style" | "children" | "isInvalid"> {
  readonly label: string;
  /** Said below the field, before anything is wrong. */
  readonly hint?: ReactNode;
  /** What is wrong and how to right it; null while nothing is. */
  readonly error?: string | null;
  /** More than one makes it a text area. */
  readonly lines?: number;
  /** Said inside the field behind what is typed, such as a unit. */
  readonly affix?: string;
  readonly align?: "start" | "end";
  readonly placeholder?: string;
}

export function TextField({
  label,
  hint,
  error = null,
  lines = 1,
  affix,
  align = "start",
  placeholder,
  ...rest
}: TextFieldProps) {
  const hintless = placeholder === undefined ? {} : { placeholder };
  return (
    <AriaTextField {...rest} isInvalid={error !== null} className={styles.field ?? ""}>
      <Label className={styles.label}>{label}</Label>
      {lines > 1 ? (
        <TextArea className={styles.input ?? ""} rows={lines} {...hintless} />
      ) : (
        <div className={affix === undefined ? undefined : styles.affixed}>
          <Input className={styles.input ?? ""} data-align={align} {...hintless} />
          {affix === undefined ? null : (
            <span className={styles.affix} aria-hidden="true">
              {affix}
            </span>
          )}
        </div>
      )}
      {hint === undefined ? null : (
        <Text slot="description" className={styles.hint ?? ""}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ""}>
        <Icon name="warning" size={14} />
        {error}
      </FieldError>
    </AriaTextField>
  );
}
