import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { TimeFigure } from '@renderer/components/charts'
import { TableExport } from '@renderer/components/TableExport'
import { useFormat } from '@renderer/i18n/useFormat'
import { useClient } from '@renderer/link'
import type { Reading } from '@shared/contract/sessions'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'

interface ReadingsProps {
  readonly sessionId: number
  readonly readings: readonly z.infer<typeof Reading>[]
  /** The meter at the start (Wh); the energy line counts from it. */
  readonly meterStartWh: number | null
  /** The meter went back: what was delivered is not known, so the meter itself is drawn. */
  readonly hasFallen: boolean
}

/** Rows of the table: a session of a day has thousands of readings, and nobody reads them all here. */
const TABLE_ROWS = 200

/** The readings as lines over time, and as a table. */
export function Readings({ sessionId, readings, meterStartWh, hasFallen }: ReadingsProps) {
  const { t } = useTranslation(['sessions', 'charts'])
  const format = useFormat()
  const client = useClient()
  const first = readings[0]
  const last = readings[readings.length - 1]
  if (!first || !last) return <Typography color="textSecondary">{t('drawer.noReadings')}</Typography>

  const start = hasFallen ? 0 : (meterStartWh ?? readings.find(({ energyWh }) => energyWh !== null)?.energyWh ?? 0)
  const power = readings.map(({ at, powerW }) => ({ at, value: powerW }))
  // A reading without energy interrupts the energy line nowhere: a meter counts on between two readings.
  const energy = readings.flatMap(({ at, energyWh }) => (energyWh === null ? [] : [{ at, value: energyWh - start }]))
  const powers = power.flatMap(({ value }) => (value === null ? [] : [value]))
  const lastPower = powers[powers.length - 1]
  const [firstEnergy] = energy
  const lastEnergy = energy[energy.length - 1]
  const span = { from: format.time(first.at), to: format.time(last.at) }
  const shown = readings.slice(-TABLE_ROWS).reverse()
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      {lastPower !== undefined && (
        <TimeFigure
          title={t('drawer.powerOverTime')}
          lines={[{ name: t('drawer.powerColumn'), colour: 'chargers', points: power, filled: true }]}
          valueLabel={t('charts:power')}
          divisor={1_000}
          formatValue={format.power}
          withTable={false}
          summary={t('drawer.powerSummary', {
            ...span,
            highest: format.power(Math.max(...powers)),
            last: format.power(lastPower),
          })}
        />
      )}
      {/* One reading draws no line, and tells of no energy. */}
      {firstEnergy && lastEnergy && energy.length > 1 && (
        <TimeFigure
          title={t(hasFallen ? 'drawer.registerOverTime' : 'drawer.energyOverTime')}
          lines={[
            {
              name: t(hasFallen ? 'drawer.register' : 'drawer.delivered'),
              colour: 'energy',
              points: energy,
              filled: !hasFallen,
            },
          ]}
          valueLabel={t('charts:energy')}
          divisor={1_000}
          formatValue={format.energy}
          withTable={false}
          summary={t(hasFallen ? 'drawer.registerSummary' : 'drawer.energySummary', {
            ...span,
            first: format.energy(firstEnergy.value),
            last: format.energy(lastEnergy.value),
          })}
        />
      )}
      <Box
        component="details"
        sx={{ '& summary': { cursor: 'pointer', width: 'fit-content', color: 'text.secondary' } }}
      >
        <summary>{t('drawer.table', { count: readings.length })}</summary>
        {shown.length < readings.length && (
          <Typography variant="body2" color="textSecondary" sx={{ mt: 2 }}>
            {t('drawer.tableShortened', { count: shown.length, total: readings.length })}
          </Typography>
        )}
        <Table size="small" sx={{ mt: 2 }}>
          <TableHead>
            <TableRow>
              <TableCell>{t('drawer.at')}</TableCell>
              <TableCell align="right">{t('drawer.register')}</TableCell>
              <TableCell align="right">{t('drawer.powerColumn')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map(({ at, energyWh, powerW }) => (
              <TableRow key={`${at} ${energyWh} ${powerW}`}>
                <TableCell>{format.dateTime(at)}</TableCell>
                <TableCell align="right">{energyWh === null ? '' : format.energy(energyWh)}</TableCell>
                <TableCell align="right">{powerW === null ? '' : format.power(powerW)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      <TableExport
        open={(table, signal) => client.sessions.exportReadings({ sessionId, ...table }, { signal })}
        fileName={() => t('ledger.readingsFile', { session: sessionId })}
      />
    </Box>
  )
}
