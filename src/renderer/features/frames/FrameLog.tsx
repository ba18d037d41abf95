import Box from '@mui/material/Box'
import { EmptyState, ErrorState, NothingFound } from '@renderer/components'
import { values } from '@renderer/link/feeds'
import { useLatest } from '@renderer/link/useFeed'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMatch, useNavigate } from 'react-router'
import { FrameDrawer } from './FrameDrawer'
import { FrameFilters } from './FrameFilters'
import { FrameGrid } from './FrameGrid'
import { FrameToolbar } from './FrameToolbar'
import { EVERYTHING, isNarrowed, toFrameFilter } from './frameChoices'
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
  const [choices, setChoices] = useState(EVERYTHING)
  const state = useLatest(values.frames).data
  const search = useDeferredValue(choices.search)
  const filter = useMemo(
    () => ({ ...toFrameFilter({ ...choices, search }), ...(stationId === undefined ? {} : { stationId }) }),
    [choices, search, stationId],
  )
  const list = useFrameList(filter)
  const named = Number(useMatch(`${here}/:frameId`)?.params.frameId)
  const openId = Number.isInteger(named) && named > 0 ? named : null
  const isEmpty = list.state === 'ready' && list.frames.length === 0
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 400 }}>
      <FrameFilters
        choices={choices}
        onChange={setChoices}
        actions={state?.actions ?? []}
        ofOne={stationId !== undefined}
      />
      <FrameToolbar
        list={list}
        problems={choices.problems}
        onProblems={(problems) => setChoices({ ...choices, problems })}
      />
      {list.state === 'failed' && <ErrorState error={list.error} onRetry={list.retry} />}
      {isEmpty && isNarrowed(choices) && (
        <NothingFound title={t('nothingFound')} onClear={() => setChoices(EVERYTHING)}>
          {t('nothingFoundText')}
        </NothingFound>
      )}
      {isEmpty && !isNarrowed(choices) && (
        <EmptyState title={t('empty')}>{t(stationId === undefined ? 'emptyText' : 'emptyTextOne')}</EmptyState>
      )}
      {!isEmpty && list.state !== 'failed' && (
        <FrameGrid
          here={here}
          ofOne={stationId !== undefined}
          frames={list.frames}
          loading={list.state === 'loading'}
          openId={openId}
          onOpen={({ id }) => void navigate(`${here}/${id}`)}
        />
      )}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, mt: 3 }}>
        <Box sx={{ flex: 1, display: 'grid', gap: 1 }}>{state && <LogStateLine state={state} />}</Box>
        <SupportBundle filter={filter} />
      </Box>
      {openId !== null && <FrameDrawer frameId={openId} onClose={() => void navigate(here)} />}
    </Box>
  )
}
