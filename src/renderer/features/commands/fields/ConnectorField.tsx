import type { KindFieldProps } from '@renderer/components/schemaForm'
import { useTranslation } from 'react-i18next'
import { NumberChoice } from './NumberChoice'
import { useStationOfForm } from './StationOfForm'

/** A connector of the EVSE that is chosen beside it. */
export function ConnectorField(props: KindFieldProps) {
  const { t } = useTranslation('commands')
  const { connectors } = useStationOfForm()
  const evse = typeof props.beside.evseId === 'string' ? Number(props.beside.evseId) : Number.NaN
  const here = connectors.filter(({ evseId }) => Number.isNaN(evse) || evse === 0 || evseId === evse)
  const known = [...new Set(here.map(({ connectorId }) => connectorId))].filter((connectorId) => connectorId > 0)
  const options = known
    .sort((one, other) => one - other)
    .map((connector) => ({ value: String(connector), label: t('pick.connector', { connector }) }))
  return <NumberChoice {...props} options={options} />
}
