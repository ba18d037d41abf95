import ReceivedIcon from '@mui/icons-material/ArrowDownwardOutlined'
import SentIcon from '@mui/icons-material/ArrowUpwardOutlined'
import Box from '@mui/material/Box'
import { CellLink } from '@renderer/components/CellLink'
import { type ListColumn, writtenNumber, writtenTime } from '@renderer/components/list/listColumn'
import { type Tone, ToneMark } from '@renderer/components/ToneMark'
import { useFormat } from '@renderer/i18n/useFormat'
import type { Frame } from '@shared/contract/frames'
import type { FrameDirection, FrameProblem } from '@shared/ocpp/frame'
import { showUnprintable } from '@shared/printable'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFrameName } from './frameWords'
import { useLatencyWords } from './latency'

/** How each problem looks; the word stands beside it. */
export const PROBLEM_TONES: Readonly<Record<FrameProblem, Tone>> = {
  invalid: { shape: 'triangle', colour: 'danger' },
  refused: { shape: 'triangle', colour: 'danger' },
  unexpected: { shape: 'triangle', colour: 'attention' },
  slow: { shape: 'half-disc', colour: 'attention' },
  'no-answer': { shape: 'triangle', colour: 'attention' },
}

/** @param here address below which each frame has its own. @param ofOne leaves the station out. Fits 730 px. */
export function useFrameColumns(here: string, ofOne: boolean): ListColumn<Frame>[] {
  const { t } = useTranslation('frames')
  const format = useFormat()
  const nameOf = useFrameName()
  const latency = useLatencyWords()
  return useMemo(() => {
    const station: ListColumn<Frame> = {
      field: 'stationIdentity',
      headerName: t('column.station'),
      flex: 0.6,
      minWidth: 130,
      cellClassName: 'cut',
      valueFormatter: showUnprintable,
      written: ({ stationIdentity }) => stationIdentity,
    }
    return [
      {
        field: 'at',
        headerName: t('column.at'),
        width: 116,
        hideable: false,
        written: ({ at }) => writtenTime(at),
        renderCell: ({ row, tabIndex }) => (
          <CellLink to={`${here}/${row.id}`} tabIndex={tabIndex} quiet>
            <time dateTime={new Date(row.at).toISOString()} title={format.dateTime(row.at)}>
              {format.preciseTime(row.at)}
            </time>
          </CellLink>
        ),
      },
      ...(ofOne ? [] : [station]),
      {
        field: 'direction',
        headerName: t('column.direction'),
        width: 100,
        written: ({ direction }) => t(`direction.${direction}`),
        renderCell: ({ row }) => <Direction direction={row.direction} />,
      },
      {
        field: 'action',
        headerName: t('column.action'),
        flex: 1,
        minWidth: 212,
        written: nameOf,
        cellClassName: 'cut',
        valueGetter: (_value, row) => showUnprintable(nameOf(row)),
      },
      {
        field: 'latencyMs',
        headerName: t('column.latency'),
        width: 72,
        written: ({ latencyMs }) => writtenNumber(latencyMs),
        align: 'right',
        headerAlign: 'right',
        valueFormatter: (value: number | null) => (value === null ? '' : latency(value)),
      },
      {
        field: 'problem',
        headerName: t('column.problem'),
        width: 120,
        written: ({ problem, detail }) =>
          problem === null ? null : [t(`problem.${problem}`), detail].filter(Boolean).join(': '),
        renderCell: ({ row }) =>
          row.problem !== null && <ToneMark {...PROBLEM_TONES[row.problem]} word={t(`problem.${row.problem}`)} />,
      },
      {
        field: 'excerpt',
        headerName: t('column.excerpt'),
        flex: 2,
        minWidth: 90,
        written: ({ excerpt }) => excerpt,
        cellClassName: 'cut payload',
        valueFormatter: showUnprintable,
      },
    ]
  }, [t, format, nameOf, latency, here, ofOne])
}

/** An arrow and a word: towards this computer is down, as in a download. */
function Direction({ direction }: { readonly direction: FrameDirection }) {
  const { t } = useTranslation('frames')
  const Icon = direction === 'in' ? ReceivedIcon : SentIcon
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.5 }}>
      <Icon aria-hidden sx={{ fontSize: 16, color: 'text.secondary' }} />
      {t(`direction.${direction}`)}
    </Box>
  )
}
