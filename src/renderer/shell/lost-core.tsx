import { Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { createContext, useContext } from 'react';
import type { LostCore } from '#renderer/host-client/use-live-changes.ts';
import { errorCodes } from '#shared/kernel/error-codes.ts';
import classes from './banners.module.css';

/** Why this window cannot follow its core now; undefined while it does. */
export const LostCoreContext = createContext<LostCore | undefined>(undefined);

/** Says that the core is away and what to do; what is on the screen stays. */
export function LostCoreBanner() {
  const lost = useContext(LostCoreContext);
  if (!lost) return null;
  return (
    <div className={classes.offline} role="status">
      <IconPlugConnectedX size={18} aria-hidden />
      <Text size="sm" component="span">
        <strong>{errorCodes[lost]}</strong> Việc đã lưu vẫn an toàn trên máy này.
      </Text>
    </div>
  );
}
