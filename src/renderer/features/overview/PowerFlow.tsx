import BatteryIcon from '@mui/icons-material/BatteryChargingFullOutlined'
import GridIcon from '@mui/icons-material/ElectricalServicesOutlined'
import ChargersIcon from '@mui/icons-material/EvStationOutlined'
import SolarIcon from '@mui/icons-material/WbSunnyOutlined'
import Box from '@mui/material/Box'
import { keyframes, styled } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import type { ChartColour } from '@renderer/app/theme/tokens'
import { useFormat } from '@renderer/i18n/useFormat'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { PowerFigure } from './sitePower'

interface Look {
  readonly Icon: ComponentType
  readonly colour: ChartColour
  /** Whether it takes power from the site. */
  readonly takes: boolean
}

const LOOK: Readonly<Record<PowerFigure['name'], Look>> = {
  drawn: { Icon: GridIcon, colour: 'grid', takes: false },
  fedIn: { Icon: GridIcon, colour: 'grid', takes: true },
  solar: { Icon: SolarIcon, colour: 'solar', takes: false },
  given: { Icon: BatteryIcon, colour: 'battery', takes: false },
  charged: { Icon: BatteryIcon, colour: 'battery', takes: true },
  chargers: { Icon: ChargersIcon, colour: 'chargers', takes: true },
}

const flow = keyframes({ to: { strokeDashoffset: -12 } })

// The theme stops every animation under prefers-reduced-motion.
const Moving = styled('path')({ animation: `${flow} 1.4s linear infinite` })

/** Below this a flow is drawn as none, in watts: meters hum. */
const STILL_W = 50

/** Where power comes from and where it goes, as arrows to and from the site; the wider, the more. */
export function PowerFlow({ figures }: { readonly figures: readonly PowerFigure[] }) {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const most = Math.max(...figures.map(({ powerW }) => powerW), 1)
  return (
    <Box
      component="dl"
      sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(170px, 1fr))', gap: 3, m: 0 }}
    >
      {figures.map(({ name, powerW }) => {
        const { Icon, colour, takes } = LOOK[name]
        return (
          <Box
            key={name}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 3,
              bgcolor: 'surface.raised',
              borderRadius: 1,
              px: 3,
              py: 2,
            }}
          >
            <Box
              aria-hidden
              sx={{ display: 'flex', alignItems: 'center', color: `chart.${colour}`, '& > svg': { fontSize: 24 } }}
            >
              <Icon />
              <Arrow share={powerW / most} isStill={powerW < STILL_W} away={!takes} />
            </Box>
            <div>
              <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
                {t(`power.${name}`)}
              </Typography>
              <Typography component="dd" variant="h2" sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}>
                {format.power(powerW)}
              </Typography>
            </div>
          </Box>
        )
      })}
    </Box>
  )
}

function Arrow({
  share,
  isStill,
  away,
}: {
  readonly share: number
  readonly isStill: boolean
  readonly away: boolean
}) {
  const line = { fill: 'none', stroke: 'currentColor', strokeLinecap: 'round', strokeLinejoin: 'round' } as const
  const width = isStill ? 1 : 1.5 + 3 * share
  return (
    <svg aria-hidden="true" width="36" height="16" viewBox="0 0 36 16" transform={away ? undefined : 'scale(-1 1)'}>
      <path d="M3 8h24" {...line} strokeWidth={width} strokeOpacity={0.35} />
      {!isStill && (
        <>
          <Moving d="M3 8h24" {...line} strokeWidth={width} strokeDasharray="6 6" />
          <path d="m25 3 6 5-6 5" {...line} strokeWidth="2" />
        </>
      )}
    </svg>
  )
}
