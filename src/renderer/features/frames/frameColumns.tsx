import ReceivedIcon from '@mui/icons-material/ArrowDownwardOutlined'
import SentIcon from '@mui/icons-material/ArrowUpwardOutlined'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import type { GridColDef } from '@mui/x-data-grid'
import { type Tone, ToneMark } from '@renderer/components/ToneMark'
import { useFormat } from '@renderer/i18n/useFormat'
import type { Frame } from '@shared/contract/frames'
import type { FrameDirection, FrameProblem } from '@shared/ocpp/frame'
import { showUnprintable } from '@shared/printable'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
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
export function useFrameColumns(here: string, ofOne: boolean): GridColDef<Frame>[] {
  const { t } = useTranslation('frames')
  const format = useFormat()
  const nameOf = useFrameName()
  const latency = useLatencyWords()
  return useMemo(() => {
    const station: GridColDef<Frame> = {
      field: 'stationIdentity',
      headerName: t('column.station'),
      flex: 0.6,
      minWidth: 130,
      cellClassName: 'cut',
      valueFormatter: showUnprintable,
    }
    return [
      {
        field: 'at',
        headerName: t('column.at'),
        width: 106,
        renderCell: ({ row, tabIndex }) => (
          <Link component={RouterLink} to={`${here}/${row.id}`} tabIndex={tabIndex} underline="hover" color="inherit">
            <time dateTime={new Date(row.at).toISOString()} title={format.dateTime(row.at)}>
              {format.preciseTime(row.at)}
            </time>
          </Link>
        ),
      },
      ...(ofOne ? [] : [station]),
      {
        field: 'direction',
        headerName: t('column.direction'),
        width: 100,
        renderCell: ({ row }) => <Direction direction={row.direction} />,
      },
      {
        field: 'action',
        headerName: t('column.action'),
        flex: 1,
        minWidth: 178,
        cellClassName: 'cut',
        valueGetter: (_value, row) => showUnprintable(nameOf(row)),
      },
      {
        field: 'latencyMs',
        headerName: t('column.latency'),
        width: 72,
        align: 'right',
        headerAlign: 'right',
        valueFormatter: (value: number | null) => (value === null ? '' : latency(value)),
      },
      {
        field: 'problem',
        headerName: t('column.problem'),
        width: 120,
        renderCell: ({ row }) =>
          row.problem !== null && <ToneMark {...PROBLEM_TONES[row.problem]} word={t(`problem.${row.problem}`)} />,
      },
      {
        field: 'excerpt',
        headerName: t('column.excerpt'),
        flex: 2,
        minWidth: 90,
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
