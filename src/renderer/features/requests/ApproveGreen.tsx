import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { VirtualList } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useFormat } from '@renderer/i18n/useFormat'
import type { DeskSummary } from '@shared/contract/requests'
import { showUnprintable } from '@shared/printable'
import { type FormEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { SecondFields } from './SecondFields'
import type { BulkApproval, BulkRun } from './useBulkApproval'
import { useSecondPerson } from './useSecondPerson'

const ROW_HEIGHT = 40

/** Approves everything with nothing but good findings: what it will do, how far it is, what came of each request. */
export function ApproveGreen({ summary, bulk }: { readonly summary: DeskSummary; readonly bulk: BulkApproval }) {
  const { t } = useTranslation('requests')
  const navigate = useNavigate()
  const second = useSecondPerson()
  const { run, start, reset } = bulk
  const { green, newestGreen } = summary
  const close = () => {
    reset()
    void navigate('/requests')
  }
  const begin = (event: FormEvent) => {
    event.preventDefault()
    if (newestGreen === null) return
    start(newestGreen, second.person ?? undefined)
  }
  const refusedFor = run.kind === 'second-refused' ? run.waitMs : null
  const { refused } = second
  const latest = useRef(refused)
  useEffect(() => {
    latest.current = refused
  })
  useEffect(() => {
    if (refusedFor !== null) latest.current(refusedFor)
  }, [refusedFor])
  const asks = run.kind === 'none' || run.kind === 'second-refused'
  return (
    <Box component="article" aria-labelledby="green-heading" sx={{ p: 6, maxWidth: 720, display: 'grid', gap: 4 }}>
      <Typography id="green-heading" variant="h2">
        {t('green.heading')}
      </Typography>
      {asks ? (
        <Box component="form" noValidate onSubmit={begin} sx={{ display: 'grid', gap: 4 }}>
          <Typography>{green === 0 ? t('green.none') : t('green.does', { count: green })}</Typography>
          <Typography color="textSecondary">{t('green.leaves')}</Typography>
          {second.isNeeded && (
            <>
              <Typography color="textSecondary">{t('green.second')}</Typography>
              <SecondFields of={second} />
            </>
          )}
          <Box sx={{ display: 'flex', gap: 3 }}>
            {green > 0 && (
              <PermittedButton call="requests.approveGreen" type="submit" variant="contained">
                {t('green.approve', { count: green })}
              </PermittedButton>
            )}
            <Button onClick={close}>{t('green.cancel')}</Button>
          </Box>
        </Box>
      ) : (
        <Course run={run} onStop={bulk.stop} onClose={close} />
      )}
    </Box>
  )
}

type Course = Exclude<BulkRun, { kind: 'none' | 'second-refused' }>

function Course({ run, onStop, onClose }: { readonly run: Course; onStop: () => void; onClose: () => void }) {
  const { t } = useTranslation('requests')
  const format = useFormat()
  const explain = useExplain()
  const { results } = run
  const counts = { done: format.number(results.length), total: 'total' in run ? format.number(run.total) : '' }
  return (
    <>
      {run.kind === 'running' && (
        <>
          <LinearProgress
            variant={run.total === 0 ? 'indeterminate' : 'determinate'}
            value={run.total === 0 ? 0 : (100 * run.done) / run.total}
            aria-label={t('green.progress', counts)}
          />
          <Typography sx={{ fontVariantNumeric: 'tabular-nums' }}>{t('green.progress', counts)}</Typography>
          <Typography color="textSecondary">{t('green.leaving')}</Typography>
        </>
      )}
      <Box role="status">
        {run.kind === 'ended' && <Typography>{t('green.ended', counts)}</Typography>}
        {run.kind === 'stopped' && <Typography>{t('green.stopped', counts)}</Typography>}
        {run.kind === 'failed' && <Alert severity="error">{explain(run.error).sentence}</Alert>}
      </Box>
      <Box>
        {run.kind === 'running' ? (
          <Button variant="outlined" onClick={onStop}>
            {t('green.stop')}
          </Button>
        ) : (
          <Button variant="outlined" onClick={onClose}>
            {t('green.close')}
          </Button>
        )}
      </Box>
      {results.length > 0 && <Results results={results} />}
    </>
  )
}

function Results({ results }: Pick<Course, 'results'>) {
  const { t } = useTranslation('requests')
  const scroller = useRef<HTMLDivElement>(null)
  return (
    <Box
      ref={scroller}
      // It is longer than it is high: it has to be reachable by keyboard to be scrolled.
      tabIndex={0}
      role="region"
      aria-label={t('green.results')}
      sx={{
        position: 'relative',
        maxHeight: 360,
        overflowY: 'auto',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
      }}
    >
      <VirtualList count={results.length} rowHeight={ROW_HEIGHT} scroller={scroller} label={t('green.results')}>
        {(index) => {
          // The newest on top: that is where it moves.
          const result = results[results.length - 1 - index]
          return (
            result && (
              <Box sx={{ display: 'flex', gap: 4, px: 3, height: '100%', alignItems: 'center' }}>
                <Box
                  component={Link}
                  to={`/requests/${result.requestId}`}
                  sx={{ flex: '0 1 200px', color: 'primary.main' }}
                >
                  {showUnprintable(result.owner.name)}
                </Box>
                <Typography color={result.outcome.kind === 'approved' ? 'textSecondary' : 'textPrimary'} noWrap>
                  {result.outcome.kind === 'approved'
                    ? t(`delivery.short.${result.outcome.delivery}`)
                    : t(`green.outcome.${result.outcome.kind}`)}
                </Typography>
              </Box>
            )
          )
        }}
      </VirtualList>
    </Box>
  )
}
