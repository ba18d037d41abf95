import Box from '@mui/material/Box'
import type { Grouping, ReportHead } from '@shared/contract/reports'
import type { Tariff } from '@shared/contract/tariffs'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { useReportFormat } from './useReportFormat'

interface RuleListProps {
  readonly head: ReportHead
  readonly by: Grouping
}

/** By which rules a report was made, in sentences: on screen and on every statement. */
export function RuleList({ head, by }: RuleListProps) {
  const { t } = useTranslation('reports')
  const amounts = useReportFormat(head.issuer.currency, head.timeZone)
  const { tariffs } = head
  const hours = (head.to - head.from) / 3_600_000
  const days = Math.round(hours / 24)
  const ofTariff = (tariff: Tariff): string[] => {
    const { rounding, tax } = tariff
    const rate = amounts.percent(tax.rateMillionths)
    return [
      ...(tariffs.length > 1 ? [t('rules.tariffFrom', { day: amounts.day(tariff.fromDay) })] : []),
      t(`rules.round.${rounding.what}`, { mode: t(`rules.mode.${rounding.mode}`) }),
      tax.rateMillionths === 0
        ? t('rules.noTax')
        : `${showUnprintable(tax.name) || t('charge.tax')}: ${t(tax.included ? 'rules.taxIncluded' : 'rules.taxAdded', { rate })}`,
      ...(tariff.bands.length > 0 ? [t('rules.bands')] : []),
      ...(tariff.feePerSessionMinor > 0 ? [t('rules.sessionFee')] : []),
      ...(tariff.feePerMonthMinor > 0 ? [t(by === 'station' ? 'rules.noMonthFee' : 'rules.monthFee')] : []),
    ]
  }
  const sentences = [
    t('rules.ledger'),
    t('rules.split', { minutes: head.readingsApartMs / 60_000 }),
    t('rules.apart'),
    t('rules.zone', { zone: head.timeZone }),
    ...(hours === days * 24 ? [] : [t(hours > days * 24 ? 'rules.longer' : 'rules.shorter')]),
    ...tariffs.flatMap(ofTariff),
  ]
  return (
    <Box component="ul" sx={{ m: 0, pl: 5, display: 'grid', gap: 1 }}>
      {sentences.map((sentence, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two tariffs may say the same.
        <li key={place}>{sentence}</li>
      ))}
    </Box>
  )
}
