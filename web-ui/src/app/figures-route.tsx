import { useState } from "react";
import { NotFound } from "~/app/not-found";
import { useScorecardChanges } from "~/app/scorecard-changes";
import { FiguresPage } from "~/features/measurements/figures-page";
import { readsNothing } from "~/lib/live";

/** `/p/:slug/figures` */
export function FiguresRoute({ slug }: { slug: string }) {
  const [changes, setChanges] = useState(0);
  useScorecardChanges(slug, () => setChanges((count) => count + 1), readsNothing);
  return <FiguresPage slug={slug} changes={changes} absent={<NotFound />} />;
}
