import Box from '@mui/material/Box'
import Switch from '@mui/material/Switch'
import Typography from '@mui/material/Typography'
import { Permitted } from '@renderer/components/Permitted'
import { TimeSentence } from '@renderer/components/TimeSentence'
import { NOTED_ONLY } from '@shared/ocpp/quirks'
import { useTranslation } from 'react-i18next'
import type { QuirkEntry } from './groupQuirks'

/** Places of one departure that are named before the rest is only counted. */
const PLACES_SHOWN = 3

interface QuirkItemProps {
  readonly entry: QuirkEntry
  readonly identity: string
  /** The station is held to the letter: nothing is accepted, whatever stands here. */
  readonly strict: boolean
  readonly busy: boolean
  readonly onAccept: (accepted: boolean) => void
}

/** One departure as a sentence, where it was met, and whether it is put up with. */
export function QuirkItem({ entry, identity, strict, busy, onAccept }: QuirkItemProps) {
  const { t } = useTranslation('tolerance')
  const { quirk, accepted, places } = entry
  const what = t('what', { station: identity, quirk: t(`quirk.${quirk}`) })
  const isNotedOnly = NOTED_ONLY.includes(quirk)
  const more = places.length - PLACES_SHOWN
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'flex-start', gap: 4 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography>{what}.</Typography>
        {places.slice(0, PLACES_SHOWN).map(({ place, times, lastAt }) => (
          <Typography key={place} variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            <TimeSentence
              at={lastAt}
              words={(when) =>
                times === 1 ? t('list.once', { place, when }) : t('list.times', { times, place, when })
              }
            />
          </Typography>
        ))}
        {more > 0 && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('list.more', { count: more })}
          </Typography>
        )}
        {isNotedOnly && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('list.noted')}
          </Typography>
        )}
      </Box>
      {!isNotedOnly && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <Typography variant="body2" sx={{ color: 'text.secondary', textAlign: 'right', maxWidth: 160 }}>
            {strict ? t('list.strictNow') : t(accepted ? 'list.accepted' : 'list.refused')}
          </Typography>
          <Permitted call="tolerance.setAccepted" quiet>
            <Switch
              checked={accepted && !strict}
              disabled={busy || strict}
              onChange={(_, checked) => onAccept(checked)}
              slotProps={{ input: { 'aria-label': t('list.accept', { what }) } }}
            />
          </Permitted>
        </Box>
      )}
    </Box>
  )
}
