import { RelativeTime } from '@renderer/components'
import { type WrittenColumn, writtenNumber, writtenTime } from '@renderer/components/list/listColumn'
import { useActorWords } from '@renderer/i18n/useActorWords'
import { useFormat } from '@renderer/i18n/useFormat'
import type { DeviceToken } from '@shared/contract/devices'
import { showUnprintable } from '@shared/printable'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { tokenState } from './tokenState'

/** A column of the list of tokens; the first of them names the token. */
export interface TokenColumn extends WrittenColumn<DeviceToken> {
  readonly headerName: string
  readonly cell: (token: DeviceToken) => ReactNode
}

/** The columns of the list of tokens, as they are at a moment. */
export function useTokenColumns(now: number): TokenColumn[] {
  const { t } = useTranslation('devices')
  const format = useFormat()
  const actorWords = useActorWords()
  return useMemo(() => {
    const stateOf = (token: DeviceToken) => t(`token.state.${tokenState(token, now)}`)
    return [
      {
        field: 'name',
        headerName: t('token.column.name'),
        hideable: false,
        cell: ({ name }) => showUnprintable(name),
        written: ({ name }) => name,
      },
      {
        field: 'signing',
        headerName: t('token.column.signing'),
        cell: ({ signing }) => t(`token.signings.${signing}`),
        written: ({ signing }) => t(`token.signings.${signing}`),
      },
      {
        field: 'uses',
        headerName: t('token.column.uses'),
        cell: ({ uses, usesMax: max }) =>
          max === null ? t('token.usedAny', { uses }) : t('token.used', { uses, max }),
        written: ({ uses }) => writtenNumber(uses),
      },
      {
        field: 'ends',
        headerName: t('token.column.ends'),
        cell: ({ endsAt }) => (endsAt === null ? t('token.noEnd') : format.dateTime(endsAt)),
        written: ({ endsAt }) => writtenTime(endsAt),
      },
      {
        field: 'used',
        headerName: t('token.column.used'),
        cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('never') : <RelativeTime at={lastUsedAt} />),
        written: ({ lastUsedAt }) => writtenTime(lastUsedAt),
      },
      {
        field: 'made',
        headerName: t('token.column.made'),
        extra: true,
        cell: ({ madeAt }) => format.dateTime(madeAt),
        written: ({ madeAt }) => writtenTime(madeAt),
      },
      {
        field: 'madeBy',
        headerName: t('token.column.madeBy'),
        extra: true,
        cell: ({ madeBy }) => actorWords(madeBy),
        written: ({ madeBy }) => actorWords(madeBy),
      },
      { field: 'state', headerName: t('token.column.state'), cell: stateOf, written: stateOf },
    ]
  }, [t, format, actorWords, now])
}
