import { createTheme, type MantineColorsTuple } from '@mantine/core';

const gray: MantineColorsTuple = [
  '#fafafa',
  '#f4f4f5',
  '#ebebed',
  '#dfdfe2',
  '#d0d0d5',
  '#a3a3ab',
  '#63636b',
  '#48484f',
  '#2c2c31',
  '#1b1b1f',
];

// Mantine reads 0 as the text and 7 as the page in the dark scheme.
const dark: MantineColorsTuple = [
  '#e6e6ea',
  '#c4c4cb',
  '#9c9ca5',
  '#6c6c75',
  '#313137',
  '#27272c',
  '#1e1e22',
  '#151518',
  '#101012',
  '#0b0b0d',
];

const iris: MantineColorsTuple = [
  '#f1f1fd',
  '#e1e2f9',
  '#c6c8f2',
  '#a8abea',
  '#8d91e3',
  '#7479d9',
  '#5358c8',
  '#464aad',
  '#3a3d8f',
  '#2f3274',
];

const control = { defaultProps: { size: 'xs' } };

/** One accent (iris), neutral greys; the other colours of Mantine belong to statuses alone. */
export const theme = createTheme({
  colors: { gray, dark, iris },
  primaryColor: 'iris',
  primaryShade: { light: 6, dark: 6 },
  black: '#1b1b1f',
  cursorType: 'pointer',
  defaultRadius: 'sm',
  respectReducedMotion: true,
  fontFamily:
    'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.8125rem', lg: '0.9375rem', xl: '1.125rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.125rem', lineHeight: '1.4' },
      h2: { fontSize: '0.875rem', lineHeight: '1.4' },
      h3: { fontSize: '0.8125rem', lineHeight: '1.4' },
    },
  },
  components: {
    Button: control,
    TextInput: control,
    Textarea: control,
    PasswordInput: control,
    NumberInput: control,
    Select: control,
    NativeSelect: control,
    MultiSelect: control,
    Checkbox: control,
    Switch: control,
    SegmentedControl: control,
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
    Modal: {
      defaultProps: { centered: true, radius: 'md', overlayProps: { backgroundOpacity: 0.4 } },
      styles: { title: { fontWeight: 600, fontSize: '0.9375rem' } },
    },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, fz: 'xs' } },
  },
});
