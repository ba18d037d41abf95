import ContentCopyIcon from '@mui/icons-material/ContentCopy'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { useNotice } from './NoticeProvider'

interface CopyTextProps {
  readonly text: string
  /** What it is, for the button's name and the notice: “address”, “fingerprint”. */
  readonly what: string
  /** Shown instead of the text, such as a part of it. */
  readonly shown?: string
}

/** Text that has to be typed or pasted elsewhere, with a button that copies it. */
export function CopyText({ text, what, shown }: CopyTextProps) {
  const { t } = useTranslation('common')
  const notice = useNotice()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      notice({ text: t('copied', { what }) })
    } catch {
      // No clipboard outside of a secure context, or it was denied.
      notice({ text: t('notCopied'), severity: 'warning' })
    }
  }
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, maxWidth: '100%' }}>
      <Typography variant="mono" component="span" sx={{ userSelect: 'all' }}>
        {showUnprintable(shown ?? text)}
      </Typography>
      <IconButton size="small" aria-label={t('actions.copy', { what })} onClick={() => void copy()}>
        <ContentCopyIcon sx={{ fontSize: 16 }} />
      </IconButton>
    </Box>
  )
}
