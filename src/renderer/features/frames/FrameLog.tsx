import Box from '@mui/material/Box'
import { EmptyState, ErrorState, NothingFound } from '@renderer/components'
import { ListTools } from '@renderer/components/list/ListTools'
import { useColumnChoice } from '@renderer/components/list/useColumnChoice'
import { useBeside, useListFilter } from '@renderer/components/list/useListFilter'
import { useClient } from '@renderer/link'
import { values } from '@renderer/link/feeds'
import { useLatest } from '@renderer/link/useFeed'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useMatch, useNavigate } from 'react-router'
import { FrameDrawer } from './FrameDrawer'
import { FrameFilters } from './FrameFilters'
import { FrameGrid } from './FrameGrid'
import { FrameToolbar } from './FrameToolbar'
import { FRAME_CHOICES, toFrameFilter } from './frameChoices'
import { useFrameColumns } from './frameColumns'
import { LogStateLine } from './LogStateLine'
import { SupportBundle } from './SupportBundle'
import { useFrameList } from './useFrameList'

interface FrameLogProps {
  /** Address of this list; a frame's is `<here>/<its number>`. */
  readonly here: string
  /** Shows one station's frames only. */
  readonly stationId?: number
}

/** The live log: filters, the list that follows or stands still, and one frame beside it. */
export function FrameLog({ here, stationId }: FrameLogProps) {
  const { t } = useTranslation('frames')
  const navigate = useNavigate()
  const client = useClient()
  const choices = useListFilter(FRAME_CHOICES)
  const beside = useBeside(FRAME_CHOICES)
  const columns = useColumnChoice('frames', useFrameColumns(here, stationId !== undefined))
  const state = useLatest(values.frames).data
  const wanted = useDeferredValue(choices.values)
  const filter = useMemo(
    () => ({ ...toFrameFilter(wanted), ...(stationId === undefined ? {} : { stationId }) }),
    [wanted, stationId],
  )
  const list = useFrameList(filter)
  const named = Number(useMatch(`${here}/:frameId`)?.params.frameId)
  const openId = Number.isInteger(named) && named > 0 ? named : null
  const isEmpty = list.state === 'ready' && list.frames.length === 0
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 400 }}>
      <FrameFilters
        choices={choices.values}
        onChange={choices.set}
        actions={state?.actions ?? []}
        ofOne={stationId !== undefined}
      />
      <FrameToolbar
        list={list}
        problems={choices.values.problems === 'only'}
        onProblems={(only) => choices.set({ problems: only ? 'only' : '' })}
      >
        <ListTools
          name="frames"
          title={t('title')}
          columns={columns}
          filter={choices}
          find={(page, signal) => client.frames.find({ ...filter, ...page }, { signal })}
        />
      </FrameToolbar>
      {list.state === 'failed' && <ErrorState error={list.error} onRetry={list.retry} />}
      {isEmpty && choices.isNarrowed && (
        <NothingFound title={t('nothingFound')} onClear={choices.clear}>
          {t('nothingFoundText')}
        </NothingFound>
      )}
      {isEmpty && !choices.isNarrowed && (
        <EmptyState title={t('empty')}>{t(stationId === undefined ? 'emptyText' : 'emptyTextOne')}</EmptyState>
      )}
      {!isEmpty && list.state !== 'failed' && (
        <FrameGrid
          columns={columns.shown}
          frames={list.frames}
          loading={list.state === 'loading'}
          openId={openId}
          onOpen={({ id }) => void navigate(beside(`${here}/${id}`))}
        />
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, mt: 3 }}>
        <Box sx={{ flex: 1, display: 'grid', gap: 1 }}>{state && <LogStateLine state={state} />}</Box>
        <SupportBundle filter={filter} />
      </Box>
      {openId !== null && <FrameDrawer frameId={openId} onClose={() => void navigate(beside(here))} />}
    </Box>
  )
}
