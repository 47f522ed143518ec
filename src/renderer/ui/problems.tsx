import { Alert, Anchor, List } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { Problem, Severity } from '#shared/kernel/problem.ts';
import { focusField } from './focus-field.ts';

type ProblemsProps = {
  readonly problems: readonly Problem[];
  readonly title?: string;
  /** Label of a field by its key, said before the message. */
  readonly labelOf?: (field: string) => string | undefined;
  /** Where a link leads; by default the field's input on this screen. */
  readonly onGoTo?: (field: string) => void;
};

const order: readonly Severity[] = ['error', 'warning', 'notice'];
const looks = {
  error: { color: 'red', title: 'Cần sửa trước khi tiếp tục', icon: <IconAlertCircle /> },
  warning: { color: 'yellow', title: 'Cần xem lại', icon: <IconAlertTriangle /> },
  notice: { color: 'blue', title: 'Lưu ý', icon: <IconInfoCircle /> },
} as const satisfies Record<Severity, object>;

/** The summary of what is wrong, worst first, each leading to its field. Nothing is shown when nothing is wrong. */
export function Problems({ problems, title, labelOf, onGoTo = focusField }: ProblemsProps) {
  const worst = order.find((severity) => problems.some((each) => each.severity === severity));
  if (!worst) return null;
  const sorted = order.flatMap((severity) => problems.filter((each) => each.severity === severity));
  return (
    <Alert
      role="alert"
      variant="outline"
      color={looks[worst].color}
      icon={looks[worst].icon}
      title={title ?? looks[worst].title}
      styles={{ root: { padding: '0.6rem' } }}
    >
      <List size="sm" spacing={4} listStyleType="none" withPadding={false}>
        {sorted.map((each) => (
          <List.Item key={`${each.code}|${each.field ?? ''}|${each.message}`}>
            <ProblemText problem={each} label={each.field && labelOf?.(each.field)} onGoTo={onGoTo} />
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

type ProblemTextProps = {
  readonly problem: Problem;
  readonly label: string | undefined;
  readonly onGoTo: (field: string) => void;
};

function ProblemText({ problem, label, onGoTo }: ProblemTextProps) {
  const { field, message, code } = problem;
  if (field === undefined) return <span title={code}>{message}</span>;
  return (
    <Anchor component="button" type="button" size="sm" ta="left" title={code} onClick={() => onGoTo(field)}>
      {label === undefined || message.includes(label) ? message : `${label}: ${message}`}
    </Anchor>
  );
}
