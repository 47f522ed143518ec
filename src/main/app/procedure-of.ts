import { ok, type Result } from '#shared/kernel/result.ts';
import type { AnyProcedure } from '#shared/procedures/define-procedure.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import { refuse } from './refuse.ts';

/** A procedure by the id a window or an event names. */
export function procedureOf(id: string): Result<AnyProcedure> {
  const procedure = findProcedure(id);
  if (procedure) return ok(procedure);
  return refuse('request/invalid', `Ứng dụng chưa có thủ tục “${id}”. Hãy cập nhật ứng dụng.`);
}
