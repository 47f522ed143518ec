import { type Problem, problem } from '../kernel/problem.ts';
import type { Field, Section } from './field.ts';

/** Says one thing about a field: its label is put before the message. */
export type Complain = (message: string, code?: Problem['code'], severity?: Problem['severity']) => Problem;

export function complainAbout(section: Section, field: Field): Complain {
  return (message, code = 'field/format', severity = 'error') => {
    const words = `${labelOf(section, field)}: ${message.slice(0, 1).toLowerCase()}${message.slice(1)}`;
    return problem(code, severity, words, field.key);
  };
}

/** How a message names a field: “Họ tên” (Người yêu cầu). */
export function labelOf(section: Section, field: Field): string {
  return `“${field.label.replace(/[\s:]+$/u, '')}” (${section.title})`;
}
