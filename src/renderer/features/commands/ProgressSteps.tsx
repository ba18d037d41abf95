import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { RelativeTime } from '@renderer/components'
import { useTell } from '@renderer/i18n/useTell'
import type { CommandProgress } from '@shared/contract/commands'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { isPart, progressWords } from './progressWords'

/** What the station reported about a command, in the order in which it came. */
export function ProgressSteps({ progress }: { readonly progress: readonly CommandProgress[] }) {
  const { t } = useTranslation('commands')
  const tell = useTell()
  return (
    <Box component="ol" aria-label={t('detail.steps')} sx={{ listStyle: 'none', margin: 0, padding: 0, mt: 2 }}>
      {progress.map(({ at, status, detail, told }, index) => (
        <Box
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever appended
          key={index}
          component="li"
          sx={{
            position: 'relative',
            paddingLeft: 5,
            paddingBottom: 2,
            '&::before': {
              content: '""',
              position: 'absolute',
              left: 4,
              top: 7,
              width: 8,
              height: 8,
              borderRadius: '50%',
              bgcolor: 'status.active',
            },
            '&:not(:last-of-type)::after': {
              content: '""',
              position: 'absolute',
              left: 7.5,
              top: 17,
              bottom: -5,
              width: '1px',
              bgcolor: 'divider',
            },
          }}
        >
          <Typography component="span">{progressWords(t, { status, detail })}</Typography>
          {detail !== null && !isPart({ status, detail }) && (
            <Typography component="span" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {' '}
              {told === null ? showUnprintable(detail) : tell(told)}
            </Typography>
          )}
          <Typography component="span" variant="body2" sx={{ color: 'text.secondary', ml: 2 }}>
            <RelativeTime at={at} />
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
