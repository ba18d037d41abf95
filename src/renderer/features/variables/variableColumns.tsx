import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { RelativeTime } from '@renderer/components'
import { type ListColumn, writtenTime } from '@renderer/components/list/listColumn'
import { ToneMark } from '@renderer/components/ToneMark'
import type { StationVariable } from '@shared/contract/variables'
import { showUnprintable } from '@shared/printable'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRangeWords } from './useRangeWords'
import { variableName } from './variableName'
import { valueRules } from './variableValue'

const wrapped = { whiteSpace: 'normal', overflowWrap: 'anywhere' } as const

/** The table of the configuration. */
export function useVariableColumns(): ListColumn<StationVariable>[] {
  const { t } = useTranslation('variables')
  return useMemo(
    () => [
      {
        field: 'variable',
        headerName: t('column.name'),
        flex: 2.2,
        minWidth: 240,
        hideable: false,
        written: (variable) =>
          [variableName(variable), placeWords(t, variable), variable.attribute].filter(Boolean).join(' '),
        renderCell: ({ row }) => <Name variable={row} />,
      },
      {
        field: 'value',
        headerName: t('column.value'),
        flex: 1.2,
        minWidth: 120,
        written: ({ secret, mutability, value }) => (secret || mutability === 'WriteOnly' ? t('secret') : value),
        renderCell: ({ row }) => <Value variable={row} />,
      },
      {
        field: 'dataType',
        headerName: t('column.type'),
        flex: 1,
        minWidth: 110,
        written: ({ dataType, mutability }) => [dataType, mutability].filter(Boolean).join(' '),
        renderCell: ({ row }) => <Type variable={row} />,
      },
      {
        field: 'difference',
        headerName: t('column.difference'),
        flex: 0.9,
        minWidth: 110,
        written: ({ difference }) => (difference === 'same' ? '' : t(`difference.${difference}`)),
        renderCell: ({ row }) => <Difference variable={row} />,
      },
      {
        field: 'reportedAt',
        headerName: t('column.reported'),
        width: 110,
        written: ({ reportedAt }) => writtenTime(reportedAt),
        renderCell: ({ row }) => <RelativeTime at={row.reportedAt} />,
      },
    ],
    [t],
  )
}

interface CellProps {
  readonly variable: StationVariable
}

/** Where in the station it belongs; null for the station as a whole. */
function placeWords(t: TFunction<'variables'>, { evseId, connectorId }: StationVariable): string | null {
  if (evseId === null) return null
  if (connectorId === null) return t('place.evse', { evse: evseId })
  return t('place.connector', { evse: evseId, connector: connectorId })
}

/** Its name, where it belongs, and what it is for. */
function Name({ variable }: CellProps) {
  const { t } = useTranslation('variables')
  const { attribute } = variable
  const { known } = valueRules(variable)
  const place = [placeWords(t, variable), attribute !== 'Actual' && t(`attribute.${attribute}`)].filter(Boolean)
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography sx={{ ...wrapped, fontWeight: 550 }}>
        {showUnprintable(variableName(variable))}
        {place.length > 0 && (
          <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
            {' · '}
            {place.join(', ')}
          </Box>
        )}
      </Typography>
      {known !== null && (
        <Typography variant="body2" sx={{ ...wrapped, color: 'text.secondary' }}>
          {t(`known.${known}`)}
        </Typography>
      )}
    </Box>
  )
}

function Value({ variable }: CellProps) {
  const { t } = useTranslation('variables')
  const { value, secret, mutability } = variable
  const { unit } = valueRules(variable)
  if (secret || mutability === 'WriteOnly' || value === null || value === '') {
    const why = secret || mutability === 'WriteOnly' ? t('secret') : t('noValue')
    return <Typography sx={{ color: 'text.secondary' }}>{why}</Typography>
  }
  return (
    <Typography sx={wrapped}>
      {showUnprintable(value)}
      {unit !== null && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {' '}
          {showUnprintable(unit)}
        </Box>
      )}
    </Typography>
  )
}

function Type({ variable }: CellProps) {
  const { t } = useTranslation('variables')
  const { type } = valueRules(variable)
  const range = useRangeWords()(variable)
  const { mutability } = variable
  const limits = [
    range,
    mutability === 'ReadOnly' && t('readOnly'),
    mutability === 'WriteOnly' && t('writeOnly'),
  ].filter(Boolean)
  return (
    <Box sx={{ minWidth: 0 }}>
      {type !== null && <Typography sx={wrapped}>{t(`type.${type}`)}</Typography>}
      {limits.length > 0 && (
        <Typography variant="body2" sx={{ ...wrapped, color: 'text.secondary' }}>
          {limits.join(', ')}
        </Typography>
      )}
    </Box>
  )
}

/** What is the same is left empty: the eye finds what is not. */
function Difference({ variable }: CellProps) {
  const { t } = useTranslation('variables')
  switch (variable.difference) {
    case 'same':
      return null
    case 'new':
      return <ToneMark shape="ring-dot" colour="good" word={t('difference.new')} />
    case 'gone':
      return <ToneMark shape="dash" colour="quiet" word={t('difference.gone')} />
    case 'changed':
      return (
        <Box sx={{ minWidth: 0 }}>
          <ToneMark shape="half-disc" colour="attention" word={t('difference.changed')} />
          {variable.baseValue !== null && (
            <Typography variant="body2" sx={{ ...wrapped, color: 'text.secondary' }}>
              {t('difference.was', { value: variable.baseValue })}
            </Typography>
          )}
        </Box>
      )
  }
}
