import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';

/** Tells that Caps Lock is on, as far as the last key or click has shown. */
export function CapsLockHint() {
  const [on, setOn] = useState(false);
  useEffect(() => {
    const look = (event: KeyboardEvent | MouseEvent): void => setOn(event.getModifierState('CapsLock'));
    window.addEventListener('keydown', look);
    window.addEventListener('keyup', look);
    window.addEventListener('mousedown', look);
    return () => {
      window.removeEventListener('keydown', look);
      window.removeEventListener('keyup', look);
      window.removeEventListener('mousedown', look);
    };
  }, []);
  return (
    <Text size="sm" role="status">
      {on ? (
        <>
          <IconAlertTriangle size={16} aria-hidden /> Phím Caps Lock đang bật.
        </>
      ) : null}
    </Text>
  );
}
