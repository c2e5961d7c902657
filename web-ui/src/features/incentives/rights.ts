/** Who writes terms: who may read money and may propose or sign. A partner's operations may propose, but read no money. */
export function mayWriteTerms(viewerMay: readonly string[]): boolean {
  return viewerMay.includes("READ_MONEY") && (viewerMay.includes("PROPOSE_TERMS") || viewerMay.includes("SIGN_TERMS"));
}
