import Typography from '@mui/material/Typography'
import { CopyText, DetailDrawer, ErrorState, FactList, LoadingState, RelativeTime, Section } from '@renderer/components'
import { useOrpc } from '@renderer/link'
import type { Station } from '@shared/contract/stations'
import type { StationVariable } from '@shared/contract/variables'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useRangeWords } from './useRangeWords'
import { ValueEditor } from './ValueEditor'
import { variableName } from './variableName'
import { valueRules } from './variableValue'

interface VariableDrawerProps {
  readonly station: Station
  readonly variableId: number
  readonly onClose: () => void
}

/** One value of a station: what it is for, what was told of it, and the way to change it. */
export function VariableDrawer({ station, variableId, onClose }: VariableDrawerProps) {
  const { t } = useTranslation('variables')
  const orpc = useOrpc()
  const found = useQuery(orpc.variables.get.queryOptions({ input: { variableId } }))
  const variable = found.data?.variable ?? null
  if (variable !== null) return <Detail station={station} variable={variable} onClose={onClose} />
  return (
    <DetailDrawer narrow title={t('edit.title')} onClose={onClose}>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <LoadingState rows={5} />}
      {found.data !== undefined && <Typography>{t('edit.noSuch')}</Typography>}
    </DetailDrawer>
  )
}

interface DetailProps {
  readonly station: Station
  readonly variable: StationVariable
  readonly onClose: () => void
}

function Detail({ station, variable, onClose }: DetailProps) {
  const { t } = useTranslation('variables')
  const range = useRangeWords()(variable)
  const rules = valueRules(variable)
  const { mutability, previousValue, changedAt, evseId, connectorId } = variable
  const place =
    evseId !== null &&
    (connectorId === null
      ? t('place.evse', { evse: evseId })
      : t('place.connector', { evse: evseId, connector: connectorId }))
  return (
    <DetailDrawer
      narrow
      title={variable.variable}
      subtitle={[variable.component === '' ? t('place.key') : variable.component, place].filter(Boolean).join(' · ')}
      onClose={onClose}
    >
      {rules.known !== null && <Typography sx={{ mb: 5 }}>{t(`known.${rules.known}`)}</Typography>}
      <Section title={t('edit.title')}>
        <ValueEditor station={station} variable={variable} />
      </Section>
      <Section title={t('edit.told')}>
        <FactList
          facts={[
            {
              name: t('edit.fullName'),
              value: <CopyText text={variableName(variable)} what={t('edit.copyName')} />,
            },
            {
              name: t('column.type'),
              value: [
                rules.type === null ? t('edit.unknownType') : t(`type.${rules.type}`),
                range,
                rules.unit,
                mutability === 'ReadOnly' && t('readOnly'),
                mutability === 'WriteOnly' && t('writeOnly'),
              ]
                .filter(Boolean)
                .join(', '),
            },
            { name: t('column.reported'), value: <RelativeTime at={variable.reportedAt} /> },
            ...(changedAt === null
              ? []
              : [
                  { name: t('edit.changedAt'), value: <RelativeTime at={changedAt} /> },
                  { name: t('edit.before'), value: previousValue ?? t('noValue') },
                ]),
          ]}
        />
      </Section>
    </DetailDrawer>
  )
}
