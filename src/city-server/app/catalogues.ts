import type { WorkingCalendar } from '#shared/deadlines/calendar.ts';
import type { AnyProcedure } from '#shared/procedures/define-procedure.ts';

/** The law as this server knows it: the same code that runs on the devices. */
export type Catalogues = {
  readonly calendar: WorkingCalendar;
  findProcedure(id: string): AnyProcedure | undefined;
};
