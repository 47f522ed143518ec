import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Blue of the state's one-stop desks; shade 7 carries white text at 8:1, shade 3 dark text. */
const desk: MantineColorsTuple = [
  '#eaf2fd',
  '#d2e2f8',
  '#a6c4ef',
  '#77a5e6',
  '#4f88dc',
  '#3573cf',
  '#2761b8',
  '#1c4f9c',
  '#163f7e',
  '#0f2e5e',
];

export const theme = createTheme({
  colors: { desk },
  primaryColor: 'desk',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  fontFamily: "'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif", fontWeight: '600' },
  defaultRadius: 'sm',
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': 'Đóng' }, centered: true } },
    Alert: { defaultProps: { closeButtonLabel: 'Đóng' } },
    Tooltip: {
      defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: true } },
    },
    TextInput: { defaultProps: { size: 'sm' } },
  },
});

/** Root font size of each text size, so that every measure in rem follows. */
export const rootFontSizes = {
  small: '15px',
  medium: '16px',
  large: '18px',
  'extra-large': '20px',
} as const;

export const textSizeLabels = {
  small: 'Nhỏ',
  medium: 'Vừa',
  large: 'Lớn',
  'extra-large': 'Rất lớn',
} as const satisfies Record<keyof typeof rootFontSizes, string>;

export const colourSchemeLabels = { light: 'Sáng', dark: 'Tối', auto: 'Theo máy' } as const;
