/** The colours of one theme. All text colours reach 4.5:1 on all three surfaces; test/unit/renderer/contrast.test.ts. */
export interface Palette {
  /** Behind everything. */
  readonly page: string
  /** Tiles, tables, drawers, rail and strip. */
  readonly surface: string
  /** Hovered and selected rows, fields, quiet chips. */
  readonly raised: string
  /** Lines of 1 px between things. */
  readonly line: string
  readonly text: string
  readonly textQuiet: string
  /** Action and selection only. */
  readonly accent: string
  readonly accentStrong: string
  readonly onAccent: string
  readonly status: Readonly<Record<StatusColour, string>>
  /** Lines and bars; each reaches 3:1 on all three surfaces. Strokes and names tell them apart beside the colours. */
  readonly chart: Readonly<Record<ChartColour, string>>
}

/** What a line or a bar stands for. */
export type ChartColour = 'chargers' | 'grid' | 'solar' | 'battery' | 'energy' | 'other'

/** What a colour may say. Never the only sign: shape and word stand beside it. */
export type StatusColour = 'good' | 'active' | 'attention' | 'danger' | 'ending' | 'reserved' | 'quiet'

export const light: Palette = {
  page: '#eef2f5',
  surface: '#fbfcfd',
  raised: '#e6ecf1',
  line: '#ccd6de',
  text: '#17232d',
  textQuiet: '#4a5a68',
  accent: '#0a6464',
  accentStrong: '#074b4b',
  onAccent: '#ffffff',
  status: {
    good: '#1b6b3f',
    active: '#1257ae',
    attention: '#7d5200',
    danger: '#ae1f1a',
    ending: '#57489c',
    reserved: '#7a3a93',
    quiet: '#4f5e6b',
  },
  chart: {
    chargers: '#1f6fb2',
    grid: '#5d6b78',
    solar: '#a66a00',
    battery: '#7b4fa3',
    energy: '#2b7a78',
    other: '#a23b5c',
  },
}

export const dark: Palette = {
  page: '#0f161c',
  surface: '#161f27',
  raised: '#1f2a34',
  line: '#31404c',
  text: '#e4ebf0',
  textQuiet: '#a3b3c0',
  accent: '#62c5bf',
  accentStrong: '#8fdcd6',
  onAccent: '#06201f',
  status: {
    good: '#6fce96',
    active: '#7fb4ff',
    attention: '#e5b454',
    danger: '#ff8f86',
    ending: '#b8a9f5',
    reserved: '#dc9ff0',
    quiet: '#a3b1bd',
  },
  chart: {
    chargers: '#6fb1ee',
    grid: '#93a3b0',
    solar: '#e0a93f',
    battery: '#b894e0',
    energy: '#5bbdb4',
    other: '#e58aa8',
  },
}

/** The property in which the style sheets find how wide the rail is at this moment; there is none without a rail. */
export const RAIL_WIDTH = '--rail-width'

/** Sizes in pixels, on a grid of 4. */
export const sizes = {
  grid: 4,
  radius: 8,
  tileRadius: 12,
  row: 40,
  denseRow: 32,
  rail: 208,
  railCollapsed: 64,
  strip: 56,
  drawerNarrow: 480,
  drawerWide: 640,
} as const

/** Size and line height in pixels, and weight. */
export const type = {
  base: [14, 20, 400],
  secondary: [12, 16, 400],
  pageTitle: [20, 28, 600],
  sectionTitle: [16, 24, 600],
  tileTitle: [14, 20, 600],
  figure: [32, 40, 600],
} as const

/** Korean and Chinese fall back to the system's fonts. */
export const fontFamily =
  "'Inter Variable', var(--ch-script, system-ui), system-ui, 'Segoe UI', 'Malgun Gothic', 'Apple SD Gothic Neo', 'Microsoft YaHei', 'PingFang SC', sans-serif"

/**
 * The system's fonts of the languages whose letters Inter lacks, by tag. They stand before all others: a font of Korean
 * has Han letters, too, in shapes that readers of Chinese find wrong.
 */
export const scriptFonts = {
  ko: "'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans CJK KR', 'Noto Sans KR'",
  'zh-Hans': "'PingFang SC', 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC'",
} as const

/** For certificates, numbers of cards and addresses. */
export const monoFamily = "ui-monospace, 'SF Mono', 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace"

/** Milliseconds of a movement; only to show where something came from or went. */
export const motionMs = 140
