import { ok } from '#shared/kernel/result.ts';
import type { PayloadOf } from './action-context.ts';

/** Hand-over by the desk goes to the civil-status officers; who of them takes it is told by what he does next. */
export const handOver: PayloadOf<'dossier-handed-over'> = ({ note }, { state }) =>
  ok({ from: state.holder, to: 'officer', receiver: '', note });
