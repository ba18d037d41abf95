import type { ReportHead, ReportLine } from '@shared/contract/reports'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { PlainTable } from './PlainTable'
import { useReportFormat } from './useReportFormat'

interface ChargeTableProps {
  readonly head: ReportHead
  readonly line: ReportLine
}

/** What a line costs and of what that is made: energy by price, fees, tax. */
export function ChargeTable({ head, line }: ChargeTableProps) {
  const { t } = useTranslation('reports')
  const amounts = useReportFormat(head.issuer.currency, head.timeZone)
  const { kilowattHours, perKwh, money, percent } = amounts
  const hasSeveral = line.charges.length > 1
  const rows = line.charges.flatMap((charge) => {
    const tariff = head.tariffs.find(({ id }) => id === charge.tariffId)
    if (!tariff) return []
    const { tax } = tariff
    const of = (name: string) => `${charge.tariffId} ${name}`
    const since = hasSeveral
      ? [{ key: of('from'), cells: [t('charge.from', { day: amounts.day(tariff.fromDay) }), '', ''] }]
      : []
    const energy = charge.energy.map(({ band, energyMwh }) => {
      const own = band === null ? undefined : tariff.bands[band]
      const name = own ? showUnprintable(own.name) : t(tariff.bands.length > 0 ? 'charge.otherHours' : 'charge.energy')
      const price = own?.pricePerKwhMilliMinor ?? tariff.pricePerKwhMilliMinor
      return { key: of(`band ${band}`), cells: [name, `${kilowattHours(energyMwh)} × ${perKwh(price)}`, ''] }
    })
    const fee = (name: 'sessionFees' | 'monthFees', each: number) =>
      charge[name] === 0 || each === 0
        ? []
        : [
            {
              key: of(name),
              cells: [t(`charge.${name}`), `${charge[name]} × ${money(each)}`, money(charge[name] * each)],
            },
          ]
    const taxName = t(tax.included ? 'charge.taxIncluded' : 'charge.taxAdded', {
      name: tax.name || t('charge.tax'),
      rate: percent(tax.rateMillionths),
    })
    return [
      ...since,
      ...energy,
      { key: of('sum'), cells: [t('charge.energySum'), '', money(charge.energyMinor)] },
      ...fee('sessionFees', tariff.feePerSessionMinor),
      ...fee('monthFees', tariff.feePerMonthMinor),
      { key: of('net'), cells: [t('charge.net'), '', money(charge.netMinor)] },
      { key: of('tax'), cells: [taxName, '', money(charge.taxMinor)] },
    ]
  })
  const unpriced =
    line.unpricedMwh === 0
      ? []
      : [{ key: 'unpriced', cells: [t('charge.unpriced'), kilowattHours(line.unpricedMwh), ''] }]
  return (
    <PlainTable
      label={t('charge.title')}
      head={[t('charge.what'), t('charge.how'), t('charge.amount')]}
      numbers={[1, 2]}
      rows={[...unpriced, ...rows]}
      sum={[t('figures.total'), '', money(line.totalMinor)]}
    />
  )
}
