import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import styles from "./button.module.css";
import { Icon, type IconName } from "./icons";

interface ButtonProps extends Omit<AriaButtonProps, "className" | "style" | "children"> {
  /** `primary` once per view at most; `quiet` for what stands in rows; `danger` for what can't be taken back. */
  readonly look?: "primary" | "secondary" | "quiet" | "danger";
  readonly size?: "normal" | "small";
  /** `hide` keeps it off the paper. */
  readonly "data-print"?: "hide";
  readonly icon?: IconName;
  /** The label. An icon alone needs an `aria-label` instead. */
  readonly children?: ReactNode;
}

export function Button({ look = "secondary", size = "normal", icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={styles.button ?? ""}
      data-look={look}
      data-size={size}
      data-icon-only={children === undefined ? "" : undefined}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </AriaButton>
  );
}
