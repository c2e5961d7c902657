import { type ComponentType, lazy, Suspense, useState } from "react";

interface Opened {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/**
 * A dialog whose code is fetched when it is first opened. From then on it stays, closed or open, so that what was typed in it
 * does too.
 */
export function later<Props extends Opened>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Loaded = lazy(async () => ({ default: await load() }));
  return function Later(props: Props) {
    const [wanted, setWanted] = useState<"no" | "yes">("no");
    if (props.isOpen && wanted === "no") setWanted("yes");
    if (wanted === "no") return null;
    return (
      <Suspense fallback={null}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}
