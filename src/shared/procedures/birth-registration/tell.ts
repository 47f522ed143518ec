import { type Problem, problem, type Severity } from '#shared/kernel/problem.ts';
import type { BirthFacts } from './form.ts';
import { messages } from './messages.ts';

type Unprefixed<K> = K extends `birth-registration/${infer Rest}` ? Rest : never;
type MessageKey = Unprefixed<keyof typeof messages>;

export function tell(key: MessageKey, severity: Severity, field: keyof BirthFacts): Problem {
  return problem('rule/procedure', severity, messages[`birth-registration/${key}`], field);
}
