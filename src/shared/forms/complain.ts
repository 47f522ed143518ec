import { type Problem, problem } from '../kernel/problem.ts';
import type { Field } from './field.ts';

/** Says one thing about a field: its label is put before the message. */
export type Complain = (message: string, code?: Problem['code'], severity?: Problem['severity']) => Problem;

export function complainAbout(field: Field, label: string): Complain {
  return (message, code = 'field/format', severity = 'error') =>
    problem(code, severity, `${label}: ${message.slice(0, 1).toLowerCase()}${message.slice(1)}`, field.key);
}
