export const works = ['new', 'draft', 'correction', 'entry', 'print', 'upload'] as const;
export type Work = (typeof works)[number];

/** What the core's process is started with, as JSON in its first argument. */
export type CoreSetup = {
  readonly dataDir: string;
  readonly work: Work;
  /** Pages the database may still grow by once the work begins; without it as many as the disk holds. */
  readonly sparePages?: number;
};

/** A proof that a step was acknowledged: it must be found afterwards. */
export type Proof =
  | { readonly kind: 'dossier'; readonly dossierId: string; readonly version: number }
  | { readonly kind: 'draft'; readonly draftId: string; readonly note: string }
  | { readonly kind: 'file'; readonly dossierId: string; readonly fileId: string };

export type Told =
  | { readonly told: 'ready' }
  /** Saved, `at` ms of the machine's clock. */
  | { readonly told: 'done'; readonly proof: Proof; readonly at: number }
  /** The core's own “no”: code and words. */
  | { readonly told: 'refused'; readonly code: string; readonly message: string };

export type Asked = 'go';
