import { cleanup, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { HotkeyId } from './hotkeys.ts';
import { useHotkey, useSuspendedHotkeys } from './use-hotkey.ts';

const pressed: string[] = [];

function Bound({ id, name }: { readonly id: HotkeyId; readonly name: string }) {
  useHotkey(id, () => pressed.push(name));
  return <input aria-label={name} />;
}

function Locked() {
  useSuspendedHotkeys();
  return null;
}

describe('shortcuts', () => {
  afterEach(() => {
    cleanup();
    pressed.length = 0;
  });

  it('work by key with their modifiers, in text fields too', async () => {
    const { getByLabelText } = render(<Bound id="submit" name="form" />);
    await userEvent.click(getByLabelText('form'));
    await userEvent.keyboard('{Enter}{Control>}{Enter}{/Control}');
    expect(pressed).toEqual(['form']);
  });

  it('of one character are letters while somebody types', async () => {
    const { getByLabelText } = render(<Bound id="search" name="search" />);
    await userEvent.type(getByLabelText('search'), '/');
    expect(pressed).toEqual([]);
    getByLabelText('search').blur();
    await userEvent.keyboard('/{F3}{Control>}k{/Control}');
    expect(pressed).toEqual(['search', 'search', 'search']);
  });

  it('belong to the newest binding: a dialog before its screen', async () => {
    const { rerender } = render(<Bound id="submit" name="screen" />);
    rerender(
      <>
        <Bound id="submit" name="screen" />
        <Bound id="submit" name="dialog" />
      </>,
    );
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(pressed).toEqual(['dialog']);
  });

  it('rest while the window is locked', async () => {
    render(
      <>
        <Bound id="submit" name="screen" />
        <Locked />
      </>,
    );
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(pressed).toEqual([]);
  });
});
