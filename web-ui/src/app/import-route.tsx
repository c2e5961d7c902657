import { NotFound } from "~/app/not-found";
import { ImportPage } from "~/features/measurements/import-page";

/** `/p/:slug/import` */
export function ImportRoute({ slug }: { slug: string }) {
  return <ImportPage slug={slug} absent={<NotFound />} />;
}
