import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useFormat } from '@renderer/i18n/useFormat'
import type { Release } from '@shared/contract/updates'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'

/** How large a version is, how old, and what is new in it. */
export function ReleaseNotes({ release }: { readonly release: Release }) {
  const { t } = useTranslation('updates')
  const format = useFormat()
  const { size, releasedAt, notes } = release
  return (
    <Box>
      <Typography color="textSecondary">
        {t('released', { size: format.size(size), date: format.date(releasedAt) })}
      </Typography>
      {notes !== '' && (
        <Typography
          component="div"
          tabIndex={0}
          sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', maxHeight: 240, overflowY: 'auto', mt: 2 }}
        >
          {notes.split('\n').map(showUnprintable).join('\n')}
        </Typography>
      )}
    </Box>
  )
}
