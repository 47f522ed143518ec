import type { ReactNode } from 'react';
import classes from './tone-badge.module.css';

/** Colour supports the words and the icon; it never stands alone. */
export type Tone = 'neutral' | 'info' | 'good' | 'attention' | 'bad';

type ToneBadgeProps = {
  readonly tone: Tone;
  readonly icon?: ReactNode;
  readonly title?: string | undefined;
  readonly children: ReactNode;
};

export function ToneBadge({ tone, icon, title, children }: ToneBadgeProps) {
  return (
    <span className={`${classes.badge} ${classes[tone]}`} title={title}>
      {icon}
      {children}
    </span>
  );
}
