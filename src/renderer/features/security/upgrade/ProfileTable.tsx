import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { TimeSentence } from '@renderer/components'
import { PaperTable } from '@renderer/components/PaperTable'
import { ToneMark } from '@renderer/components/ToneMark'
import type { Station } from '@shared/contract/stations'
import type { Upgrade } from '@shared/contract/upgrades'
import type { SecurityProfile } from '@shared/ocpp/securityProfile'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { ConnectionMark } from '../../stations/ConnectionMark'
import { StationLink } from '../../stations/StationLink'
import { stepNow, toneOf } from './upgradeTone'

export interface ProfileRow {
  readonly station: Station
  readonly profile: SecurityProfile
  /** Its newest way; undefined when it never was on one. */
  readonly way: Upgrade | undefined
}

interface ProfileTableProps {
  readonly rows: readonly ProfileRow[]
  /** Those that can be chosen. */
  readonly able: ReadonlySet<number>
  readonly marked: ReadonlySet<number>
  readonly onMark: (marked: ReadonlySet<number>) => void
}

const COLUMNS = ['station', 'connection', 'profile', 'way'] as const

/** The chargers with their profiles and how far each has come. */
export function ProfileTable({ rows, able, marked, onMark }: ProfileTableProps) {
  const { t } = useTranslation(['upgrades', 'security'])
  const toggle = (id: number) => {
    const next = new Set(marked)
    if (!next.delete(id)) next.add(id)
    onMark(next)
  }
  return (
    <PaperTable
      label={t('page.title')}
      heads={COLUMNS.map((column) => ({ key: column, label: t(`page.columns.${column}`) }))}
      before={
        <TableCell padding="checkbox">
          <Checkbox
            disabled={able.size === 0}
            checked={able.size > 0 && marked.size === able.size}
            indeterminate={marked.size > 0 && marked.size < able.size}
            onChange={() => onMark(marked.size === able.size ? new Set() : able)}
            slotProps={{ input: { 'aria-label': t('page.chooseAll') } }}
          />
        </TableCell>
      }
    >
      {rows.map(({ station, profile, way }) => (
        <TableRow key={station.id} selected={marked.has(station.id)}>
          <TableCell padding="checkbox">
            <Checkbox
              disabled={!able.has(station.id)}
              checked={marked.has(station.id)}
              onChange={() => toggle(station.id)}
              slotProps={{ input: { 'aria-label': t('page.choose', { identity: station.identity }) } }}
            />
          </TableCell>
          <TableCell component="th" scope="row">
            <StationLink identity={station.identity} label={station.label} to={`/stations/${station.id}/security`} />
          </TableCell>
          <TableCell>
            <ConnectionMark station={station} />
          </TableCell>
          <TableCell>{t(`security:profile.name.${profile}`)}</TableCell>
          <TableCell>{way ? <Way way={way} /> : null}</TableCell>
        </TableRow>
      ))}
    </PaperTable>
  )
}

function Way({ way }: { readonly way: Upgrade }) {
  const { t } = useTranslation('upgrades')
  const { endedAt, from, to, state, steps } = way
  const step = stepNow(way)
  if (!step || endedAt !== null) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        <TimeSentence
          at={endedAt ?? way.startedAt}
          words={(when) => t(`state.${state}`, { from, to, profile: way.profile, when })}
        />
      </Typography>
    )
  }
  const over = steps.filter((each) => each.state === 'done' || each.state === 'by-hand').length
  const words = { told: showUnprintable(step.told), url: step.url }
  const sentence = step.problem
    ? t(`problem.${step.problem}.what`, words)
    : step.waits
      ? t(`waits.${step.waits}`)
      : null
  return (
    <Box sx={{ minWidth: 0 }}>
      <ToneMark {...toneOf(step)} word={t(`step.${step.step}.title`, { profile: step.profile })} />
      <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {t('page.progress', { done: over, all: steps.length })}
        {sentence !== null && ` · ${sentence}`}
      </Typography>
    </Box>
  )
}
