import { Skeleton } from '@mantine/core';

/** Holds the place of something on its way, and says so to a screen reader: a label needs a role to be heard. */
export function LoadingPlace({
  height,
  label,
}: {
  readonly height: number | string;
  readonly label: string;
}) {
  return <Skeleton height={height} role="status" aria-label={label} />;
}
