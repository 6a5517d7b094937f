import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

// One accent: the deep green of a presentation case. Step 8 on warm white and step 3 on the dark ground pass 4.5:1.
const accent: MantineColorsTuple = [
  '#eef5f2',
  '#dbe8e3',
  '#b5d1c6',
  '#8cb9a8',
  '#6aa58f',
  '#549880',
  '#3f8a71',
  '#2c735d',
  '#1f5d4b',
  '#0f4637',
];
// The neutral that controls are drawn with: as warm as the ground they stand on.
const gray: MantineColorsTuple = [
  '#faf8f5',
  '#f3f0ea',
  '#eae5dc',
  '#ddd6ca',
  '#cbc3b5',
  '#9c9385',
  '#6b6357',
  '#4b453c',
  '#2e2a25',
  '#1c1a17',
];
const dark: MantineColorsTuple = [
  '#ece8e1',
  '#cfc9bf',
  '#aba498',
  '#878074',
  '#4a463f',
  '#37332e',
  '#2a2723',
  '#1f1d1a',
  '#171614',
  '#100f0e',
];

const dialogTitle = { fontSize: 20, fontWeight: 600 };

/** Sizes, type and colour of the whole app: see docs/ARCHITECTURE.md. */
export const theme = createTheme({
  colors: { accent, gray, dark },
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 7 },
  black: '#1c1a17',
  white: '#ffffff',
  defaultRadius: 'sm',
  fontFamily:
    "'Inter Variable', 'Noto Sans HK', 'Noto Sans CJK HK', 'PingFang HK', 'Microsoft JhengHei', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'DejaVu Sans Mono', Consolas, monospace",
  headings: { fontWeight: '600' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // A finger on a touch screen needs 44 px; `sm` and `md` controls are made that tall.
    Button: { defaultProps: { size: 'md' } },
    ActionIcon: { defaultProps: { size: 44, variant: 'subtle' } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 2 } },
    Select: { defaultProps: { size: 'md', checkIconPosition: 'right' } },
    NumberInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    MultiSelect: { defaultProps: { size: 'md' } },
    TagsInput: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    RadioGroup: { defaultProps: { size: 'md' } },
    Chip: {
      vars: () => ({
        root: { '--chip-size': '44px', '--chip-padding': '16px', '--chip-checked-padding': '12px' },
      }),
    },
    Accordion: { styles: { label: { fontWeight: 600 } } },
    Menu: { styles: { item: { minHeight: 44 } } },
    Drawer: { styles: { title: dialogTitle } },
    Modal: {
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 } },
      styles: { title: dialogTitle },
    },
    Badge: { defaultProps: { variant: 'light', radius: 'sm', tt: 'none' } },
  },
});

/** Warm white and a true dark ground; hairlines instead of boxes; greys that keep 4.5:1. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--header-height': '64px', '--rail-width': '84px' },
  light: {
    '--mantine-color-body': '#faf8f5',
    '--mantine-color-dimmed': '#6b6357',
    '--mantine-color-placeholder': '#746b5e',
    '--mantine-color-error': '#a32626',
    '--mantine-color-anchor': '#1f5d4b',
    '--hairline': '#e2dcd1',
    '--surface': '#ffffff',
    '--surface-quiet': '#f3f0ea',
    '--accent-text': '#1f5d4b',
    '--warning-text': '#8a5200',
    '--danger-text': '#a32626',
  },
  dark: {
    '--mantine-color-body': '#171614',
    '--mantine-color-dimmed': '#aba498',
    '--mantine-color-placeholder': '#9b9487',
    '--mantine-color-error': '#f0908a',
    '--mantine-color-anchor': '#8cc9b3',
    '--hairline': '#35312c',
    '--surface': '#1f1d1a',
    '--surface-quiet': '#24211e',
    '--accent-text': '#8cc9b3',
    '--warning-text': '#e6b35c',
    '--danger-text': '#f0908a',
  },
});
