import { FilterBar, FilterOneOf } from '@renderer/components/FilterBar'
import { ListTools } from '@renderer/components/list/ListTools'
import { type WrittenColumn, writtenTime } from '@renderer/components/list/listColumn'
import { ofStation } from '@renderer/components/list/oneStationFilter'
import { useColumnChoice } from '@renderer/components/list/useColumnChoice'
import { useListFilter } from '@renderer/components/list/useListFilter'
import { StationChoice } from '@renderer/components/StationChoice'
import { useClient } from '@renderer/link'
import type { CertificateRequest } from '@shared/contract/requests'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { HISTORY_FILTER, ofStatus, STATUS_CHOICES } from './historyFilter'

/** What narrows the history, and what can be done with all that it then finds. */
export function HistoryTools() {
  const { t } = useTranslation('requests')
  const client = useClient()
  const filter = useListFilter(HISTORY_FILTER)
  const { status, station } = filter.values
  const columns = useColumnChoice('requests', useColumns())
  const question = { ...ofStatus(status), ...ofStation({ station }) }
  return (
    <FilterBar>
      <StationChoice value={station} onChange={(station) => filter.set({ station })} />
      <FilterOneOf
        label={t('history.filter')}
        value={status}
        choices={STATUS_CHOICES}
        words={(each) => (each === '' ? t('history.all') : t(`status.${each}`))}
        onChange={(next) => filter.set({ status: next })}
      />
      <ListTools
        name="requests"
        title={t('history.list')}
        columns={columns}
        filter={filter}
        find={(page, signal) => client.requests.find({ ...page, ...question }, { signal })}
      />
    </FilterBar>
  )
}

/** What a request says in the table that the history is saved as; on screen each is an entry of its own make. */
function useColumns(): WrittenColumn<CertificateRequest>[] {
  const { t } = useTranslation(['requests', 'common'])
  return useMemo(() => {
    const column = (field: 'owner' | 'subject' | 'received' | 'status' | 'severity' | 'delivery') => ({
      field,
      headerName: t(`history.column.${field}`),
      hideable: false,
    })
    return [
      { ...column('received'), written: ({ receivedAt }) => writtenTime(receivedAt) },
      { ...column('owner'), written: ({ owner }) => owner.name },
      { ...column('subject'), written: ({ subject }) => subject },
      { ...column('severity'), written: ({ severity }) => t(`common:severity.${severity}`) },
      { ...column('status'), written: ({ status }) => t(`status.${status}`) },
      { ...column('delivery'), written: ({ delivery }) => delivery && t(`delivery.short.${delivery.state}`) },
    ]
  }, [t])
}
