import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

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
    Modal: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Đóng' }, centered: true },
      styles: { title: { fontWeight: 600 } },
    },
    Alert: {
      defaultProps: { closeButtonLabel: 'Đóng' },
      // The colour of its border is too light to be read as text.
      styles: { title: { color: 'var(--mantine-color-text)' } },
    },
    Tooltip: {
      defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: true } },
    },
    Notification: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Đóng' } },
      styles: { description: { color: 'var(--mantine-color-text)' } },
    },
    // Notes stand under the input: a reading that appears while typing must not push the input down.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'error', 'description'] } },
  },
});

/** Greys and red of at least 4.5:1 on both backgrounds; Mantine's own are lighter. */
export const readableColours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#4d5660',
    '--mantine-color-placeholder': '#626b74',
    '--mantine-color-error': '#b42318',
  },
  dark: {
    '--mantine-color-dimmed': '#b5bcc4',
    '--mantine-color-placeholder': '#9aa3ac',
    '--mantine-color-error': '#ff9a91',
    '--mantine-color-anchor': '#8fb8f5',
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
