import { type ReactNode, useState } from "react";
import { Button } from "~/ui/button";

interface EditableProps {
  /** Whether the viewer may write it now. */
  readonly may: boolean;
  /** Whether something is written already. */
  readonly written: boolean;
  /** The form; it calls back when what it wrote is recorded. */
  readonly form: (done: () => void) => ReactNode;
  /** The label of the button that opens the form again. */
  readonly change: ReactNode;
  /** Said where nothing is written and nothing may be. */
  readonly otherwise: ReactNode;
}

/** The writing end of a step: its form while it is empty, a button while it isn't, words where it can't be written. */
export function Editable({ may, written, form, change, otherwise }: EditableProps) {
  const [editing, setEditing] = useState<"no" | "yes">("no");
  if (!may) return written ? null : otherwise;
  if (!written || editing === "yes") return form(() => setEditing("no"));
  return (
    <div data-print="hide">
      <Button size="small" look="quiet" icon="edit" onPress={() => setEditing("yes")}>
        {change}
      </Button>
    </div>
  );
}
