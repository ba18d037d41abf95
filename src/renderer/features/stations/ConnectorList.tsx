import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { Session } from '@shared/contract/sessions'
import type { Station } from '@shared/contract/stations'
import { useTranslation } from 'react-i18next'
import { Elapsed } from '../../components/Elapsed'
import { StatusMark } from '../../components/StatusMark'
import type { MarkStatus } from '../../components/statusLook'
import { useFaultWords } from '../../i18n/useFaultWords'
import { evseRows } from './evseRows'

interface Line {
  readonly key: string
  readonly name: string
  readonly status: MarkStatus
  readonly errorCode: string | null
  readonly since: number
}

/** Every EVSE and, where it has more than one, its connectors. */
export function ConnectorList({
  station,
  sessions,
}: {
  readonly station: Station
  readonly sessions: readonly Session[]
}) {
  const { t } = useTranslation('stations')
  const faultOf = useFaultWords()
  const rows = evseRows(station, sessions)
  if (rows.length === 0) return <Typography sx={{ color: 'text.secondary' }}>{t('detail.noConnectors')}</Typography>
  const offline = station.connection.state === 'offline'
  const lines = rows.flatMap((row): Line[] =>
    row.connectors.length === 1
      ? [{ ...row, key: `${row.evseId}`, name: t('detail.evse', { evse: row.evseId }) }]
      : row.connectors.map((connector) => ({
          key: `${row.evseId}-${connector.connectorId}`,
          name: `${t('detail.evse', { evse: row.evseId })}, ${t('detail.connector', { connector: connector.connectorId })}`,
          status: offline ? 'offline' : connector.status,
          errorCode: connector.errorCode,
          since: connector.changedAt,
        })),
  )
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {lines.map(({ key, name, status, errorCode, since }) => (
        <Box
          key={key}
          component="li"
          sx={{ display: 'flex', gap: 4, paddingBlock: 1.5, borderBottom: '1px solid', borderColor: 'divider' }}
        >
          <Typography sx={{ width: '30%', minWidth: 112, color: 'text.secondary' }}>{name}</Typography>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <StatusMark status={status} />
            {errorCode !== null && (
              <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
                {faultOf(errorCode)}
              </Typography>
            )}
          </Box>
          <Typography sx={{ color: 'text.secondary' }}>{status !== 'offline' && <Elapsed since={since} />}</Typography>
        </Box>
      ))}
    </Box>
  )
}
