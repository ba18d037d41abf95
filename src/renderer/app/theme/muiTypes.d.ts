import '@mui/material/styles'
import '@mui/material/Typography'
import type { CSSProperties } from 'react'
import type { ChartColour, StatusColour } from './tokens'

interface ChargehandPalette {
  readonly status: Record<StatusColour, string>
  readonly chart: Record<ChartColour, string>
  readonly surface: { readonly raised: string }
}

declare module '@mui/material/styles' {
  interface CssThemeVariables {
    enabled: true
  }
  interface Palette extends ChargehandPalette {}
  interface PaletteOptions extends ChargehandPalette {}
  interface TypographyVariants {
    figure: CSSProperties
    mono: CSSProperties
  }
  interface TypographyVariantsOptions {
    figure?: CSSProperties
    mono?: CSSProperties
  }
}

declare module '@mui/material/Typography' {
  interface TypographyPropsVariantOverrides {
    figure: true
    mono: true
  }
}
