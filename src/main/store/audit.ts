import { createHash } from 'node:crypto';
import { asc, desc, gt, max, sql } from 'drizzle-orm';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Connection } from './connection.ts';
import { auditLog } from './schema.ts';
import type { AuditRow } from './types.ts';

type Told = Omit<AuditRow, 'seq' | 'hash'>;

/** Rows read at a time while verifying: a long log never sits in memory. */
const VERIFY_PAGE = 5_000;

export function auditReader({ db, sqlite }: Connection) {
  const after = db
    .select()
    .from(auditLog)
    .where(gt(auditLog.seq, sql.placeholder('seq')))
    .orderBy(asc(auditLog.seq))
    .limit(VERIFY_PAGE)
    .prepare();
  return {
    /** Newest first. */
    auditRows(page: { readonly limit: number; readonly offset: number }) {
      const rows: readonly AuditRow[] = db
        .select()
        .from(auditLog)
        .orderBy(desc(auditLog.seq))
        .limit(page.limit)
        .offset(page.offset)
        .all();
      // Sequences are gap-free, so the last one is the number of rows.
      const total =
        db
          .select({ last: max(auditLog.seq) })
          .from(auditLog)
          .get()?.last ?? 0;
      return { rows, total };
    },
    /**
     * Walks the whole chain: sequence without gaps, each hash over the one before it, and no row cut off the end.
     * `brokenAt` is the first sequence that does not hold, 0 when intact.
     */
    verifyAudit() {
      let last = 0;
      let hash = '';
      for (let rows = after.all({ seq: 0 }); rows.length > 0; rows = after.all({ seq: last })) {
        for (const row of rows) {
          if (row.seq !== last + 1 || row.hash !== chainHash(hash, row)) {
            return { intact: false, checked: last, brokenAt: last + 1 };
          }
          last = row.seq;
          hash = row.hash;
        }
      }
      const given = Number(
        sqlite.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'audit_log'`).pluck().get() ?? 0,
      );
      const intact = given === last;
      return { intact, checked: last, brokenAt: intact ? 0 : last + 1 };
    },
  };
}

export function auditWriter({ sqlite }: Connection) {
  // A limit that is a parameter would make SQLite plan the question anew each time.
  const head = sqlite.prepare<[], Pick<AuditRow, 'seq' | 'hash'>>(
    'SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1',
  );
  const insert = sqlite.prepare(
    'INSERT INTO audit_log (seq, at, actor, action, target, hash) VALUES (?, ?, ?, ?, ?, ?)',
  );
  return {
    audit({ at, actor, action, target }: Told): void {
      const before = head.get();
      const row = { seq: (before?.seq ?? 0) + 1, at, actor, action, target };
      insert.run(row.seq, at, actor, action, target, chainHash(before?.hash ?? '', row));
    },
  };
}

/** SHA-256 over the hash before (hex; empty for the first row) and the canonical JSON of the row, as hex. */
export function chainHash(before: string, row: Omit<AuditRow, 'hash'>): string {
  const { seq, at, actor, action, target } = row;
  return createHash('sha256')
    .update(before)
    .update(canonicalJson({ seq, at, actor, action, target }))
    .digest('hex');
}
