import { Button, Menu, VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconLock, IconLogout, IconSettings, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import { colourSchemeLabels, textSizeLabels } from '#renderer/theme/theme.ts';
import { roleLabels } from '#shared/dossiers/roles.ts';
import { shownKeys } from './hotkeys.ts';
import type { Me } from './session.ts';

type Appearance = Pick<Me, 'textSize' | 'colourScheme'>;

/** Who works here, how the window looks to them, and the ways out. */
export function AccountMenu({ me, onLock }: { readonly me: Me; readonly onLock: () => void }) {
  const navigate = useNavigate();
  const signOut = useCoreMutation((core) => core.session.signOut({}), ['session']);
  const dress = useCoreMutation((core, look: Appearance) => core.session.setAppearance(look), ['session']);
  const { textSize, colourScheme } = me;
  return (
    <Menu position="bottom-end" width="16rem" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          c="inherit"
          h="auto"
          py={4}
          leftSection={<IconUser size={18} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          <span style={{ textAlign: 'left', lineHeight: 1.25 }}>
            <VisuallyHidden>Tài khoản </VisuallyHidden>
            {me.fullName}
            <br />
            <small>{me.roles.map((role) => roleLabels[role]).join(', ')}</small>
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label c="dimmed">Cỡ chữ</Menu.Label>
        <Menu.RadioGroup
          value={textSize}
          onChange={(size) => void dress.run({ textSize: size as Me['textSize'], colourScheme })}
        >
          {Object.entries(textSizeLabels).map(([size, label]) => (
            <Menu.RadioItem key={size} value={size}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label c="dimmed">Màu nền</Menu.Label>
        <Menu.RadioGroup
          value={colourScheme}
          onChange={(scheme) => void dress.run({ textSize, colourScheme: scheme as Me['colourScheme'] })}
        >
          {Object.entries(colourSchemeLabels).map(([scheme, label]) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconSettings size={16} aria-hidden />}
          onClick={() => void navigate({ to: '/cai-dat' })}
        >
          Cài đặt, đổi mật khẩu
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLock size={16} aria-hidden />}
          rightSection={<small>{shownKeys('lock')}</small>}
          onClick={onLock}
        >
          Khóa màn hình
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={() => void signOut.run(undefined)}
        >
          Đăng xuất
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
