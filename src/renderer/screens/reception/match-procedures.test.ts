import { describe, expect, it } from 'vitest';
import { procedures } from '#shared/procedures/procedures.generated.ts';
import { matchProcedures } from './match-procedures.ts';

const idsFor = (typed: string): readonly string[] => matchProcedures(procedures, typed).map(({ id }) => id);

describe('choosing a procedure by typing', () => {
  it.each(['khai sinh', 'KHAI SINH', 'dang ky khai', 'đăng ký khai sinh', '1.001193'])(
    '%s finds birth',
    (typed) => {
      expect(idsFor(typed)[0]).toBe('birth-registration');
    },
  );

  it('offers all before anything is typed and none for what no procedure has', () => {
    expect(idsFor('')).toEqual(procedures.map(({ id }) => id));
    expect(idsFor('hộ chiếu ngoại giao')).toEqual([]);
  });
});
