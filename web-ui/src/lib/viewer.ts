import { createContext, use } from "react";

/** Who looks at the page. */
export interface Viewer {
  readonly name: string;
  readonly slug: string;
  readonly email: string | null;
  readonly companySlug: string;
  readonly role: "administrator" | "member";
  /** How many partnerships they are on. */
  readonly partnerships: number;
}

export const ViewerContext = createContext<Viewer | null>(null);

/** Everything below the shell has a viewer; without one there is only the sign-in page. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (!viewer) throw new Error("Nobody is signed in here.");
  return viewer;
}
