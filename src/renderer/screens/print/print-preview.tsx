export type PrintPreviewProps = {
  /** One of the two, as the contract has it. */
  readonly dossierId?: string | undefined;
  readonly draftId?: string | undefined;
  /** Document id: one of the procedure's, or of the desk (`receipt-slip`). */
  readonly document: string;
  readonly onClose: () => void;
};

/** Shows a paper as it will come out, then prints it and asks how that went. */
export function PrintPreview(_props: PrintPreviewProps) {
  return null;
}
