import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState } from '@renderer/components'
import { useOrpc } from '@renderer/link'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { readableText } from './readableText'

/** The beginning of a log, where it is text. */
export function LogText({ fileId }: { readonly fileId: number }) {
  const { t } = useTranslation('files')
  const orpc = useOrpc()
  const query = useQuery(orpc.files.text.queryOptions({ input: { fileId } }))
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <LoadingState rows={5} rowHeight={16} />
  if (query.data.kind === 'not-text') return <Typography color="textSecondary">{t('text.notText')}</Typography>
  const { text, isWhole, wasPacked } = query.data
  if (text.trim() === '') return <Typography color="textSecondary">{t('text.empty')}</Typography>
  const hints = [wasPacked && t('text.packed'), !isWhole && t('text.part')].filter(Boolean)
  return (
    <>
      <Box
        component="pre"
        // Scrolls both ways, so it has to be reached without a mouse.
        tabIndex={0}
        role="region"
        aria-label={t('text.label')}
        sx={{
          typography: 'mono',
          margin: 0,
          padding: 3,
          maxHeight: 360,
          overflow: 'auto',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          backgroundColor: 'background.default',
          tabSize: 4,
        }}
      >
        {readableText(text)}
      </Box>
      {hints.length > 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 2 }}>
          {hints.join(' ')}
        </Typography>
      )}
    </>
  )
}
