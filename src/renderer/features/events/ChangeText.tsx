import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { events } from '@renderer/i18n/en/events'
import { useFormat } from '@renderer/i18n/useFormat'
import { useHasWords } from '@renderer/i18n/useHasWords'
import type { AuditEntry } from '@shared/contract/events'
import { useTranslation } from 'react-i18next'
import { changeLines, shownValue } from './changeLines'

/** One change as a sentence, and under it every field that changed. */
export function ChangeText({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation('events')
  const format = useFormat()
  const has = useHasWords()
  const isKnownField = (field: string): field is keyof typeof events.field => has('events:field', field)
  const value = (field: string, given: unknown) => {
    const shown = shownValue(field, given)
    switch (shown.kind) {
      case 'time':
        return format.dateTime(shown.time)
      case 'text':
        return shown.text
      default:
        return t(`changes.${shown.kind}`)
    }
  }
  return (
    <Box sx={{ minWidth: 0, whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
      <Typography>{t(`audit.${entry.action}`, { subject: entry.subject })}</Typography>
      {changeLines(entry).map((line) => {
        const field = isKnownField(line.field) ? t(`field.${line.field}`) : line.field
        return (
          <Typography key={line.field} variant="body2" color="textSecondary">
            {line.kind === 'change'
              ? t('changes.beforeAfter', {
                  field,
                  before: value(line.field, line.before),
                  after: value(line.field, line.after),
                })
              : t('changes.fact', { field, value: value(line.field, line.value) })}
          </Typography>
        )
      })}
    </Box>
  )
}
