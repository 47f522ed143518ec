import {
  IconBook2,
  IconCloudUp,
  IconFilePlus,
  IconHelpCircle,
  IconHome,
  IconListDetails,
  IconSettings,
} from '@tabler/icons-react';
import type { HotkeyId } from './hotkeys.ts';

/** The parts of the window, in the order of Alt+1…; worklists open on the first list of the person's role. */
export const sections = [
  { to: '/', label: 'Trang chủ', icon: IconHome, hotkey: 'go-home' },
  { to: '/tiep-nhan', label: 'Tiếp nhận', icon: IconFilePlus, hotkey: 'go-reception' },
  { to: '/danh-sach/all', label: 'Danh sách', icon: IconListDetails, hotkey: 'go-worklists' },
  { to: '/so', label: 'Sổ hộ tịch', icon: IconBook2, hotkey: 'go-register' },
  { to: '/dong-bo', label: 'Đồng bộ', icon: IconCloudUp, hotkey: 'go-sync' },
  { to: '/cai-dat', label: 'Cài đặt', icon: IconSettings, hotkey: 'go-settings' },
  { to: '/tro-giup', label: 'Trợ giúp', icon: IconHelpCircle, hotkey: 'go-help' },
] as const satisfies readonly { to: string; label: string; icon: unknown; hotkey: HotkeyId }[];

export type Section = (typeof sections)[number];

/** The section a path belongs to; a dossier is reached from the lists. */
export function sectionOf(pathname: string): Section['to'] {
  if (pathname.startsWith('/danh-sach') || pathname.startsWith('/ho-so')) return '/danh-sach/all';
  if (pathname.startsWith('/xung-dot') || pathname.startsWith('/doi-soat')) return '/dong-bo';
  return sections.find(({ to }) => to !== '/' && pathname.startsWith(to))?.to ?? '/';
}
