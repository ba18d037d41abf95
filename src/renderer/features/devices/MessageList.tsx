import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Section } from '@renderer/components'
import { useFormat } from '@renderer/i18n/useFormat'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import type { SeenMessage } from './useMessages'

interface MessageListProps {
  readonly messages: readonly SeenMessage[]
  readonly filter: string | null
  readonly onClear: () => void
}

/** What was published under the filter that is watched, newest first. */
export function MessageList({ messages, filter, onClear }: MessageListProps) {
  const { t } = useTranslation('devices')
  const format = useFormat()
  return (
    <Section
      top
      title={t('test.heading')}
      aside={
        messages.length > 0 && (
          <Button size="small" onClick={onClear}>
            {t('test.clear')}
          </Button>
        )
      }
    >
      {messages.length === 0 ? (
        <Typography color="textSecondary" role="status">
          {filter === null ? t('test.idle') : t('test.watching', { filter })}
        </Typography>
      ) : (
        <Box component="ul" aria-label={t('test.heading')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {messages.map((message) => (
            <Box
              component="li"
              key={message.number}
              sx={{ py: 2, borderTop: 1, borderColor: 'divider', overflowWrap: 'anywhere' }}
            >
              <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', color: 'text.secondary' }}>
                <Typography variant="body2" component="span">
                  {format.time(message.at)}
                </Typography>
                <Typography variant="mono" component="span" sx={{ color: 'text.primary' }}>
                  {showUnprintable(message.topic)}
                </Typography>
                <Typography variant="body2" component="span">
                  {format.size(message.bytes)}
                </Typography>
                {message.retained && (
                  <Typography variant="body2" component="span">
                    {t('test.retained')}
                  </Typography>
                )}
              </Box>
              <Typography variant="mono" component="div" sx={{ whiteSpace: 'pre-wrap' }}>
                {showUnprintable(message.payload)}
              </Typography>
              {message.leftOut > 0 && (
                <Typography variant="body2" color="textSecondary">
                  {t('test.leftOut', { count: message.leftOut })}
                </Typography>
              )}
            </Box>
          ))}
        </Box>
      )}
    </Section>
  )
}
