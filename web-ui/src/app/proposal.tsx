import { type ReactNode, useState } from "react";
import { ProposeDialog } from "~/app/dialogs";
import type { ProposedAction } from "~/features/actions/action-answer";

interface Proposal {
  readonly open: (action: ProposedAction) => void;
  /** Stands somewhere on the page; what was typed stays while it is closed. */
  readonly dialog: ReactNode;
}

/** The form in which owner and due date are proposed, opened from wherever an action is shown. */
export function useProposal(): Proposal {
  const [wanted, setWanted] = useState<ProposedAction | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  return {
    open: (action) => {
      setWanted(action);
      setIsOpen(true);
    },
    dialog: wanted === null ? null : <ProposeDialog action={wanted} isOpen={isOpen} onClose={() => setIsOpen(false)} />,
  };
}
