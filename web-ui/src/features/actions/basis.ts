import { useState } from "react";

/**
 * The revision that a form was begun on. It stays while somebody types, so that what others did meanwhile is not overwritten
 * unseen: the server then refuses, and the next attempt is made on what is shown by then.
 */
export function useBasis(current: string) {
  const [kept, keep] = useState<string | null>(null);
  return {
    revision: kept ?? current,
    begin: () => keep((before) => before ?? current),
    renew: () => keep(null),
  };
}
