import { asc, eq } from 'drizzle-orm';
import type { Seal } from '#shared/sync/receipt.ts';
import type { Connection } from './connection.ts';
import { receiptSeals } from './schema.ts';

const columns = {
  from: receiptSeals.fromSeq,
  to: receiptSeals.toSeq,
  before: receiptSeals.before,
  signature: receiptSeals.signature,
};

/** In the order of the feed. */
export function readSeals({ db }: Connection): readonly Seal[] {
  return db.select(columns).from(receiptSeals).orderBy(asc(receiptSeals.toSeq)).all();
}

export function sealWriter({ db }: Connection) {
  return {
    saveSeals(seals: readonly Seal[]): void {
      for (const { from, to, before, signature } of seals) {
        const known = db.select(columns).from(receiptSeals).where(eq(receiptSeals.toSeq, to)).get();
        // Of two that end at one link the longer one proves more.
        if (known && known.from <= from) continue;
        const values = { fromSeq: from, toSeq: to, before, signature };
        db.insert(receiptSeals)
          .values(values)
          .onConflictDoUpdate({ target: receiptSeals.toSeq, set: values })
          .run();
      }
    },
  };
}
