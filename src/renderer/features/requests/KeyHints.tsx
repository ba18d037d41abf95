import Box from '@mui/material/Box'
import { styled } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

const Key = styled('kbd')({
  font: 'inherit',
  border: '1px solid var(--ch-palette-divider)',
  borderRadius: 4,
  paddingInline: 5,
  marginInlineEnd: 4,
})

const KEYS = [
  ['J', 'keyNext'],
  ['K', 'keyPrevious'],
  ['A', 'keyApprove'],
  ['R', 'keyReject'],
  ['U', 'keyUndo'],
  ['G', 'keyGreen'],
] as const

/** The keys of the desk, in one quiet line. */
export function KeyHints() {
  const { t } = useTranslation('requests')
  return (
    <Typography
      component="div"
      variant="body2"
      aria-label={t('decide.keys')}
      role="note"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, color: 'text.secondary' }}
    >
      {KEYS.map(([key, does]) => (
        <Box component="span" key={key} sx={{ whiteSpace: 'nowrap' }}>
          <Key>{key}</Key>
          {t(`decide.${does}`)}
        </Box>
      ))}
    </Typography>
  )
}
