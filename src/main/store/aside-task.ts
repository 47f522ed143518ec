/** Work on a database that is done beside the core, on a thread and a connection of its own. */
export type AsideTask = { readonly file: string; readonly key: Uint8Array } & (
  | { readonly kind: 'backup'; readonly to: string }
  | { readonly kind: 'state-sum' }
);

export type StateSum = {
  /** The cursor at the moment of the sum. */
  readonly feedSeq: number;
  readonly sum: Uint8Array;
};

export type AsideAnswer =
  | { readonly ok: true; readonly value: number | StateSum }
  | { readonly ok: false; readonly error: string };
