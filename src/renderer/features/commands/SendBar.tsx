import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { PermittedButton } from '@renderer/components/PermittedButton'
import type { Right } from '@shared/contract/scopes'
import type { Station } from '@shared/contract/stations'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

const HOUR_MS = 3_600_000
/** How long a command may wait for its station, in milliseconds. */
const WAITS = { hour: HOUR_MS, day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS, month: 30 * 24 * HOUR_MS } as const
type Wait = keyof typeof WAITS

interface SendBarProps {
  readonly station: Station
  readonly call: 'commands.send' | 'commands.sendAction'
  /** The right that this command takes, where it is more than for others. */
  readonly right: Right | null
  /** The verb of the button. */
  readonly label: string
  readonly canWait: boolean
  readonly isBusy: boolean
  /** How long it may wait for the station, in milliseconds; null for not at all. */
  readonly onWait: (ms: number | null) => void
}

/** The button that sends: at once, or for a station that is away when it is back, up to a time. */
export function SendBar({ station, call, right, label, canWait, isBusy, onWait }: SendBarProps) {
  const { t } = useTranslation('commands')
  const [wait, setWait] = useState<Wait>('day')
  const isOnline = station.connection.state === 'online'
  const isAdmitted = station.admission === 'admitted'
  const waits = !isOnline && canWait
  const waitMs = waits ? WAITS[wait] : null

  useEffect(() => onWait(waitMs), [onWait, waitMs])

  const why = !isAdmitted
    ? t('send.notAdmitted')
    : isOnline
      ? null
      : waits
        ? t('send.offline')
        : t('send.offlineCannotWait')
  return (
    <Box sx={{ mt: 4 }}>
      {why !== null && <Typography sx={{ color: 'text.secondary', mb: 2 }}>{why}</Typography>}
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'center', flexWrap: 'wrap' }}>
        <PermittedButton
          call={call}
          right={right}
          type="submit"
          variant="contained"
          loading={isBusy}
          disabled={!isAdmitted || (!isOnline && !waits)}
        >
          {waits ? t('send.waiting') : label}
        </PermittedButton>
        {waits && isAdmitted && (
          <TextField
            select
            label={t('send.until')}
            value={wait}
            onChange={(event) => setWait(event.target.value as Wait)}
            sx={{ width: 160 }}
          >
            {(Object.keys(WAITS) as Wait[]).map((each) => (
              <MenuItem key={each} value={each}>
                {t(`send.untilChoice.${each}`)}
              </MenuItem>
            ))}
          </TextField>
        )}
      </Box>
    </Box>
  )
}
