import { type Problem, problem, type Severity } from '#shared/kernel/problem.ts';
import type { DeathFacts } from './form.ts';
import { messages } from './messages.ts';

type Unprefixed<K> = K extends `death-registration/${infer Rest}` ? Rest : never;

export function tell(
  key: Unprefixed<keyof typeof messages>,
  severity: Severity,
  field: keyof DeathFacts,
): Problem {
  return problem('rule/procedure', severity, messages[`death-registration/${key}`], field);
}
