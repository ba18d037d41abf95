import type { Components, Theme } from '@mui/material/styles'
import { scriptFonts, sizes } from './tokens'

const LINE = '1px solid var(--ch-palette-divider)'
const FOCUS = '2px solid var(--ch-palette-primary-main)'
/** For what fills a box that hides whatever stands out of it. */
const FOCUS_INSIDE = { '&:focus-visible, &.Mui-focusVisible': { outlineOffset: -2 } }

/** How MUI's parts look here: lines instead of shadows, rows of 40 px, visible focus, no movement where none is wanted. */
export const componentStyles: Components<Theme> = {
  MuiCssBaseline: {
    styleOverrides: {
      html: { height: '100%' },
      // Also for a part in another language than the rest, such as a name in the choice of languages.
      ...Object.fromEntries(
        Object.entries(scriptFonts).map(([tag, fonts]) => [`:lang(${tag})`, { '--ch-script': fonts }]),
      ),
      // Korean breaks its lines between words, as its readers expect; what is longer than a line breaks anywhere.
      'html:lang(ko)': { wordBreak: 'keep-all', overflowWrap: 'break-word' },
      body: { height: '100%', overflow: 'hidden', fontFeatureSettings: "'cv05', 'ss03'" },
      '#root': { height: '100%' },
      ':focus-visible': { outline: FOCUS, outlineOffset: 2 },
      // Spoken, not shown.
      '.visually-hidden': {
        position: 'absolute',
        width: 1,
        height: 1,
        margin: -1,
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
      },
      // What whoever sits here may not change; a fieldset disables its fields, but MUI's parts do not know of it.
      '.not-permitted': { border: 0, margin: 0, padding: 0, minWidth: 0 },
      '.not-permitted :is(.MuiButton-root, .MuiIconButton-root, .MuiSwitch-root, .MuiCheckbox-root, .MuiRadio-root, .MuiInputBase-root)':
        { opacity: 0.5, pointerEvents: 'none' },
      'main:focus-visible': { outline: 'none' },
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': {
          animationDuration: '0.01ms !important',
          animationIterationCount: '1 !important',
          transitionDuration: '0.01ms !important',
        },
      },
    },
  },
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    // MUI takes the outline away, since its ripple would show the focus.
    styleOverrides: { root: { '&:focus-visible, &.Mui-focusVisible': { outline: FOCUS, outlineOffset: 2 } } },
  },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: {
      root: { minHeight: 36, paddingInline: 14, borderRadius: sizes.radius, whiteSpace: 'nowrap' },
      sizeSmall: { minHeight: 32, paddingInline: 10 },
    },
  },
  MuiIconButton: { styleOverrides: { root: { borderRadius: sizes.radius } } },
  MuiPaper: {
    defaultProps: { elevation: 0 },
    styleOverrides: { root: { backgroundImage: 'none' }, outlined: { border: LINE } },
  },
  MuiDialog: { styleOverrides: { paper: { border: LINE, borderRadius: sizes.tileRadius } } },
  MuiMenu: { styleOverrides: { paper: { border: LINE } } },
  MuiAutocomplete: { styleOverrides: { paper: { border: LINE } } },
  MuiMenuItem: { styleOverrides: { root: FOCUS_INSIDE } },
  MuiTab: { styleOverrides: { root: FOCUS_INSIDE } },
  MuiTooltip: { defaultProps: { enterDelay: 400, arrow: false } },
  MuiTableCell: {
    styleOverrides: {
      root: {
        height: sizes.row,
        padding: '4px 12px',
        fontSize: '0.875rem',
        lineHeight: 20 / 14,
        borderBottom: LINE,
        fontVariantNumeric: 'tabular-nums',
      },
      sizeSmall: { height: sizes.denseRow, padding: '2px 12px' },
      head: { color: 'var(--ch-palette-text-secondary)', fontWeight: 550, whiteSpace: 'nowrap' },
    },
  },
  MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
  MuiOutlinedInput: { styleOverrides: { root: { background: 'var(--ch-palette-background-paper)' } } },
  MuiFormHelperText: { styleOverrides: { root: { marginInline: 0 } } },
  MuiLink: { styleOverrides: { root: { textUnderlineOffset: 3 } } },
  MuiToggleButton: {
    styleOverrides: {
      root: {
        textTransform: 'none',
        minHeight: 36,
        paddingBlock: 0,
        paddingInline: 12,
        color: 'var(--ch-palette-text-secondary)',
        background: 'var(--ch-palette-background-paper)',
        '&.Mui-selected': {
          color: 'var(--ch-palette-text-primary)',
          background: 'var(--ch-palette-surface-raised)',
          fontWeight: 600,
        },
      },
    },
  },
  MuiAlert: { styleOverrides: { root: { borderRadius: sizes.radius } } },
}
