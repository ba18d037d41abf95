import { fineMoney } from '@renderer/i18n/format/fineMoney'
import { dateTimeFormat, numberFormat } from '@renderer/i18n/format/intl'
import { timeOfDay, weekdayName } from '@renderer/i18n/format/weekTimes'
import type { ReportLine, ReportSession } from '@shared/contract/reports'
import { currencyDecimals } from '@shared/currency'
import { showUnprintable } from '@shared/printable'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** Energy, money and times as reports show them, in the language on screen. */
export function useReportFormat(currency: string, timeZone?: string) {
  const { t, i18n } = useTranslation('reports')
  const locale = i18n.language
  return useMemo(() => {
    const decimals = currencyDecimals(currency)
    const money = numberFormat(locale, { style: 'currency', currency })
    const fine = fineMoney(locale, currency)
    const energy = numberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 6 })
    return {
      /** Kilowatt-hours with what was measured: three decimals, more where there are some. */
      kilowattHours: (mwh: number) => t('kwh', { amount: energy.format(mwh / 1_000_000) }),
      money: (minor: number) => money.format(minor / 10 ** decimals),
      /** What is rounded further on only, and prices. */
      fineMoney: fine,
      perKwh: (milliMinor: number) => t('perKwh', { price: fine(milliMinor) }),
      /** Date and time to the minute, in the zone of the report. */
      moment: (at: number) => dateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short', timeZone }).format(at),
      percent: (millionths: number) =>
        numberFormat(locale, { style: 'percent', maximumFractionDigits: 4 }).format(millionths / 1_000_000),
      minutes: (minutes: number) => timeOfDay(locale, minutes),
      weekday: (day: number) => weekdayName(locale, day),
      day: (date: string) =>
        dateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`)),
    }
  }, [t, locale, currency, timeZone])
}

/** What a line is called. */
export function useLineName() {
  const { t } = useTranslation('reports')
  return useCallback(
    ({ kind, name }: Pick<ReportLine, 'kind' | 'name'>) => {
      if (kind === 'without-card' || kind === 'without-group' || kind === 'without-tag') return t(`kind.${kind}`)
      return showUnprintable(name)
    },
    [t],
  )
}

/** Whose a session was. */
export function useWho() {
  const { t } = useTranslation('reports')
  return ({ who }: Pick<ReportSession, 'who'>) => (who === null || who === '' ? t('kind.without-card') : who)
}
