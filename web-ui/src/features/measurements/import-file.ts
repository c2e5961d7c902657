import { array, boolean, nullable, number, object, optional, picklist, safeParse, string } from "valibot";
import { callGateway, sessionExpired } from "~/lib/session";

/** The largest file that the server takes. */
export const largestFile = 5 * 1024 * 1024; // bytes

const text = optional(nullable(string()), null);

const Report = object({
  committed: boolean(),
  rows: number(),
  newRows: number(),
  unchangedRows: number(),
  errorRows: number(),
  preview: array(
    object({
      line: number(),
      kpi: text,
      kpiDisplayName: text,
      period: text,
      value: text,
      numerator: text,
      denominator: text,
      outcome: picklist(["NEW", "UNCHANGED", "ERROR"]),
      errors: array(object({ field: text, message: string() })),
    }),
  ),
});

export type ImportReport = ReturnType<typeof readReport> & object;
export type ImportRow = ImportReport["preview"][number];

/** What the server answered to a file. */
export type ImportAnswer =
  | { readonly kind: "report"; readonly report: ImportReport }
  /** The whole file was refused, in the server's words. */
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "unreachable" };

function readReport(answer: unknown) {
  const parsed = safeParse(Report, answer);
  return parsed.success ? parsed.output : null;
}

interface ImportRequest {
  readonly slug: string;
  readonly csv: string;
  /** For a commit: the same for every attempt at the same file, so that a repeat records nothing twice. */
  readonly commitKey: string | null;
}

/** Asks what a file would do, or, with a key, does it: all rows or none. */
export async function sendImport({ slug, csv, commitKey }: ImportRequest): Promise<ImportAnswer> {
  try {
    const response = await callGateway(
      `/api/partnerships/${encodeURIComponent(slug)}/imports?mode=${commitKey === null ? "preview" : "commit"}`,
      {
        method: "POST",
        headers: {
          "content-type": "text/csv; charset=utf-8",
          ...(commitKey === null ? {} : { "Idempotency-Key": commitKey }),
        },
        body: csv,
      },
    );
    if (response.status === 401) {
      sessionExpired();
      return { kind: "unreachable" };
    }
    const answer: unknown = await response.json();
    const report = response.ok ? readReport(answer) : null;
    if (report !== null) return { kind: "report", report };
    return response.status >= 500 || response.ok
      ? { kind: "unreachable" }
      : { kind: "refused", message: detailOf(answer) };
  } catch {
    return { kind: "unreachable" };
  }
}

/** The words of a problem document. */
function detailOf(answer: unknown): string {
  const problem = safeParse(object({ detail: optional(string()), title: optional(string()) }), answer);
  return problem.success ? (problem.output.detail ?? problem.output.title ?? "") : "";
}
