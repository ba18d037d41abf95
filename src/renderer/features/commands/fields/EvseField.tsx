import type { KindFieldProps } from '@renderer/components/schemaForm'
import { useTranslation } from 'react-i18next'
import { NumberChoice } from './NumberChoice'
import { useStationOfForm } from './StationOfForm'

/** An EVSE of the station, of those it has told of. */
export function EvseField(props: KindFieldProps) {
  const { t } = useTranslation('commands')
  const { connectors } = useStationOfForm()
  const known = [...new Set(connectors.map(({ evseId }) => evseId))].filter((evseId) => evseId > 0)
  const options = known
    .sort((one, other) => one - other)
    .map((evse) => ({ value: String(evse), label: t('pick.evse', { evse }) }))
  return <NumberChoice {...props} options={options} />
}
