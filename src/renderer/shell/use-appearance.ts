import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { rootFontSizes } from '#renderer/theme/theme.ts';
import type { Me } from './session.ts';

/** Applies a person's text size and colours to the window; a signed-out window goes back to the machine's. */
export function useAppearance(me: Me | undefined): void {
  // Without this Mantine touches the document 10 ms later, when a closed window has none any more.
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const textSize = me?.textSize ?? 'medium';
  const colourScheme = me?.colourScheme ?? 'auto';
  useEffect(() => {
    document.documentElement.style.fontSize = rootFontSizes[textSize];
  }, [textSize]);
  useEffect(() => setColorScheme(colourScheme), [setColorScheme, colourScheme]);
}
