import { Kbd } from '@mantine/core';
import { Fragment } from 'react';

/** The visible accelerator of a button: `<KeyHint keys="Ctrl+Enter" />`. Screen readers get `aria-keyshortcuts`. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span aria-hidden style={{ whiteSpace: 'nowrap' }}>
      {keys.split('+').map((key, index) => (
        <Fragment key={key}>
          {index === 0 ? null : '+'}
          <Kbd size="xs">{key}</Kbd>
        </Fragment>
      ))}
    </span>
  );
}
