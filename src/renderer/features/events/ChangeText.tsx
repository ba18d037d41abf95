import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { events } from '@renderer/i18n/en/events'
import { fineMoney } from '@renderer/i18n/format/fineMoney'
import { timeOfDay, weekdayName } from '@renderer/i18n/format/weekTimes'
import { useFormat } from '@renderer/i18n/useFormat'
import { useHasWords } from '@renderer/i18n/useHasWords'
import type { AuditBand, AuditField, AuditFinding } from '@shared/auditFields'
import type { AuditEntry } from '@shared/contract/events'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { useFindingWords } from '../requests/useFindingWords'
import { type ChangeLine, changeLines, shownValue } from './changeLines'

/** The words of a change: a sentence, and a line for every field that changed. */
interface ChangeWords {
  readonly sentence: string
  readonly lines: readonly { readonly field: string; readonly text: string }[]
}

/** Of a finding that was written down by its code alone, nobody knows what stood here. */
const PLACE = /\{\{\w+\}\}/g

/** Says what a change was. */
export function useChangeWords(): (entry: AuditEntry) => ChangeWords {
  const { t, i18n } = useTranslation(['events', 'shell'])
  const format = useFormat()
  const has = useHasWords()
  const wordsOf = useFindingWords()
  const titleOf = (finding: AuditFinding) => wordsOf(finding).title
  const listOf = (texts: readonly string[], style: 'long' | 'narrow' = 'long') =>
    new Intl.ListFormat(i18n.language, { style }).format(texts)
  const bandText = ({ name, days, fromMinute, untilMinute, pricePerKwh }: AuditBand) =>
    t(days.length === 7 ? 'changes.bandEveryDay' : 'changes.band', {
      name: showUnprintable(name),
      days: listOf(
        days.map((day) => weekdayName(i18n.language, day)),
        'narrow',
      ),
      from: timeOfDay(i18n.language, fromMinute),
      until: timeOfDay(i18n.language, untilMinute),
      price: fineMoney(i18n.language, pricePerKwh.currency)(pricePerKwh.milliMinor),
    })
  const isKnownField = (field: string): field is keyof typeof events.field => has('events:field', field)
  const value = (field: string, given: unknown) => {
    const shown = shownValue(field, given)
    switch (shown.kind) {
      case 'time':
        return format.dateTime(shown.time)
      case 'money':
        return fineMoney(i18n.language, shown.currency)(shown.milliMinor)
      case 'findings':
        return shown.findings.map((finding) => titleOf(finding).replace(PLACE, '…')).join(' ')
      case 'bands':
        return listOf(shown.bands.map(bandText))
      case 'text': {
        const words = VALUE_WORDS[field]
        // For the types any group of words will do.
        return words !== undefined && has(words, shown.text)
          ? t(`${words}.${shown.text}` as 'shell:roles.viewer')
          : shown.text
      }
      default:
        return t(`changes.${shown.kind}`)
    }
  }
  const lineOf = (line: ChangeLine) => {
    const field = isKnownField(line.field) ? t(`field.${line.field}`) : line.field
    return line.kind === 'change'
      ? t('changes.beforeAfter', {
          field,
          before: value(line.field, line.before),
          after: value(line.field, line.after),
        })
      : t('changes.fact', { field, value: value(line.field, line.value) })
  }
  return (entry) => ({
    sentence: t(`audit.${entry.action}`, { subject: entry.subject }),
    lines: changeLines(entry).map((line) => ({ field: line.field, text: lineOf(line) })),
  })
}

/** Where there are words for the values of a field. */
const VALUE_WORDS: Readonly<Partial<Record<string, string>>> = {
  operatorRole: 'shell:roles',
  tokenType: 'cards:type',
  name: 'commands:name',
  scope: 'automation:scopes',
  quirk: 'tolerance:quirk',
  as: 'sessions:settle.was',
  was: 'sessions:settle.was',
  reason: 'certificates:reason',
  signing: 'devices:token.signings',
} satisfies Partial<Record<AuditField, string>>

/** One change as a sentence, and under it every field that changed. */
export function ChangeText({ entry }: { readonly entry: AuditEntry }) {
  const { sentence, lines } = useChangeWords()(entry)
  return (
    <Box sx={{ minWidth: 0, whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
      <Typography>{sentence}</Typography>
      {lines.map(({ field, text }) => (
        <Typography key={field} variant="body2" color="textSecondary">
          {text}
        </Typography>
      ))}
    </Box>
  )
}
