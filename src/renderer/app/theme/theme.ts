import { createTheme, type ThemeOptions } from '@mui/material/styles'
import { componentStyles } from './componentStyles'
import { dark, fontFamily, light, monoFamily, motionMs, type Palette, sizes, type } from './tokens'

const paletteOf = (tokens: Palette) => ({
  primary: {
    main: tokens.accent,
    dark: tokens.accentStrong,
    light: tokens.accent,
    contrastText: tokens.onAccent,
  },
  secondary: { main: tokens.textQuiet, contrastText: tokens.surface },
  error: { main: tokens.status.danger, contrastText: tokens.surface },
  warning: { main: tokens.status.attention, contrastText: tokens.surface },
  info: { main: tokens.status.active, contrastText: tokens.surface },
  success: { main: tokens.status.good, contrastText: tokens.surface },
  background: { default: tokens.page, paper: tokens.surface },
  text: { primary: tokens.text, secondary: tokens.textQuiet, disabled: tokens.textQuiet },
  divider: tokens.line,
  action: { active: tokens.textQuiet },
  status: tokens.status,
  chart: tokens.chart,
  surface: { raised: tokens.raised },
})

const line = ([size, height, weight]: readonly [number, number, number]) => ({
  fontSize: `${size / 16}rem`,
  lineHeight: height / size,
  fontWeight: weight,
  letterSpacing: 0,
})

/** Under this key the chosen theme is remembered in localStorage. */
export const THEME_STORAGE_KEY = 'chargehand.theme'

const options: ThemeOptions = {
  cssVariables: { colorSchemeSelector: 'data-theme', cssVarPrefix: 'ch' },
  colorSchemes: {
    light: { palette: paletteOf(light) },
    dark: { palette: paletteOf(dark) },
  },
  spacing: sizes.grid,
  shape: { borderRadius: sizes.radius },
  typography: {
    fontFamily,
    body1: line(type.base),
    body2: line(type.secondary),
    caption: line(type.secondary),
    subtitle1: line(type.tileTitle),
    subtitle2: line(type.tileTitle),
    h1: line(type.pageTitle),
    h2: line(type.sectionTitle),
    h3: line(type.tileTitle),
    button: { ...line(type.base), fontWeight: 550, textTransform: 'none' },
    figure: { ...line(type.figure), fontVariantNumeric: 'tabular-nums' },
    mono: { ...line(type.base), fontFamily: monoFamily, overflowWrap: 'anywhere' },
  },
  transitions: {
    duration: {
      shortest: motionMs,
      shorter: motionMs,
      short: motionMs,
      standard: motionMs,
      complex: motionMs,
      enteringScreen: motionMs,
      leavingScreen: motionMs,
    },
  },
  components: componentStyles,
}

/**
 * The console's theme, made of the tokens; both colour schemes in one, switched by an attribute of the root element.
 * `parts` is what MUI's own parts say in the language on screen.
 */
export const themeWith = (parts: readonly object[]) => createTheme(options, ...parts)
