import type { ChosenColumn } from '@renderer/components/list/columnChoice'
import { useFormat } from '@renderer/i18n/useFormat'
import type { Grouping, ReportHead, ReportLine } from '@shared/contract/reports'
import { showUnprintable } from '@shared/printable'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineValue } from './lineView'
import { useLineName, useReportFormat } from './useReportFormat'

/** A column of a report's lines; the first of them names the line. */
export interface LineColumn extends ChosenColumn {
  readonly headerName: string
  /** As a column of a CSS grid. */
  readonly width: string
  /** What it is put in order by; numbers stand right. */
  readonly value: LineValue
  readonly isNumber: boolean
  readonly text: (line: ReportLine) => string
}

/** The columns of the lines of a report. Amounts are among them once there is a tariff, and details where there are any. */
export function useLineColumns(
  { issuer, tariffs }: ReportHead,
  lines: readonly ReportLine[],
  by: Grouping,
): readonly LineColumn[] {
  const { t } = useTranslation('reports')
  const { number } = useFormat()
  const { kilowattHours, money } = useReportFormat(issuer.currency)
  const nameOf = useLineName()
  const hasMoney = tariffs.length > 0
  const hasDetail = useMemo(() => lines.some((line) => line.detail !== ''), [lines])
  return useMemo(() => {
    type NumberField = 'sessions' | 'energyMwh' | 'unpricedMwh' | 'splitByTime' | 'netMinor' | 'taxMinor' | 'totalMinor'
    const counted = (
      field: NumberField,
      width: string,
      show: (value: number) => string,
      more?: { readonly extra: true },
    ): LineColumn => ({
      field,
      headerName: t(`column.${field}`),
      width,
      isNumber: true,
      value: (line) => line[field],
      text: (line) => show(line[field]),
      ...more,
    })
    const detail = ({ detail: text }: ReportLine) => showUnprintable(text)
    return [
      {
        field: 'name',
        headerName: t(`by.${by}`),
        width: 'minmax(130px, 1fr)',
        hideable: false,
        isNumber: false,
        value: nameOf,
        text: nameOf,
      },
      ...(hasDetail
        ? [
            {
              field: 'detail',
              headerName: t('column.detail'),
              width: 'minmax(96px, 1.1fr)',
              isNumber: false,
              value: detail,
              text: detail,
            },
          ]
        : []),
      counted('sessions', '120px', number),
      counted('energyMwh', '164px', kilowattHours),
      counted('splitByTime', '112px', number, { extra: true }),
      ...(hasMoney
        ? [
            counted('unpricedMwh', '164px', kilowattHours, { extra: true }),
            counted('netMinor', '112px', money),
            counted('taxMinor', '104px', money),
            counted('totalMinor', '112px', money),
          ]
        : []),
    ]
  }, [t, by, number, kilowattHours, money, nameOf, hasMoney, hasDetail])
}
