/** Route `/tiep-nhan/$draftId`. */
export function DraftScreen() {
  return null;
}
