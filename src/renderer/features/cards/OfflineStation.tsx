import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import Link from '@mui/material/Link'
import Switch from '@mui/material/Switch'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState, TimeSentence, useNotice } from '@renderer/components'
import { Permitted } from '@renderer/components/Permitted'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { type Tone, ToneMark } from '@renderer/components/ToneMark'
import { useExplain } from '@renderer/i18n/useExplain'
import { useFormat } from '@renderer/i18n/useFormat'
import { useClient, useOrpc } from '@renderer/link'
import type { LocalListState, StationOffline } from '@shared/contract/localLists'
import { showUnprintable } from '@shared/printable'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import { OfflineSettings } from './OfflineSettings'

const LOOK: Readonly<Record<LocalListState, Tone>> = {
  unknown: { shape: 'ring', colour: 'quiet' },
  unsupported: { shape: 'dash', colour: 'quiet' },
  off: { shape: 'dash', colour: 'attention' },
  behind: { shape: 'hourglass', colour: 'attention' },
  'in-step': { shape: 'ring-tick', colour: 'good' },
  failed: { shape: 'ring-cross', colour: 'danger' },
}

/** One charger without this program. */
export function OfflineStation({ station }: { readonly station: StationOffline }) {
  const { t } = useTranslation('offline')
  const format = useFormat()
  const identity = showUnprintable(station.identity)
  const { accepted, entries, capacity, kept, online, problem, state } = station
  const [open, setOpen] = useState(false)
  return (
    <Box
      component="li"
      aria-label={identity}
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: 2,
        p: 4,
        display: 'grid',
        gap: 3,
        bgcolor: 'background.paper',
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 4, rowGap: 1 }}>
        <Typography variant="h2" sx={{ minWidth: 120 }}>
          {identity}
        </Typography>
        <ToneMark {...LOOK[kept ? state : 'unknown']} word={t(`state.${kept ? state : 'unknown'}`)} />
        <Typography>{t('works', { count: accepted, cards: format.number(accepted) })}</Typography>
        <Typography color="textSecondary" sx={{ flex: 1 }}>
          {capacity === null
            ? t('entries', { entries: format.number(entries) })
            : t('room', { entries: format.number(entries), capacity: format.number(capacity) })}
          {!online && ` · ${t('offlineNow')}`}
        </Typography>
        <SendAgain station={station} />
      </Box>
      <Typography color="textSecondary">
        {!kept
          ? t('says.notKept')
          : state !== 'in-step'
            ? t(`says.${state}`)
            : station.inStepSince !== null && (
                <TimeSentence at={station.inStepSince} words={(when) => t('says.in-step', { when })} />
              )}
        {problem !== null && ` ${t('problem', { problem: showUnprintable(problem) })}`}
      </Typography>
      {station.leftOutCount > 0 && <LeftOut station={station} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 4 }}>
        <Toggles station={station} />
        {entries > 0 && (
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'hide' : 'show', { station: identity })}
          </Button>
        )}
      </Box>
      {open && <Entries stationId={station.stationId} identity={identity} />}
      <OfflineSettings station={station} />
    </Box>
  )
}

function LeftOut({ station }: { readonly station: StationOffline }) {
  const { t } = useTranslation('offline')
  const format = useFormat()
  const { leftOut, leftOutCount } = station
  return (
    <Alert severity="warning" variant="outlined">
      {t('leftOut', { count: leftOutCount, cards: format.number(leftOutCount) })}
      <Box
        component="ul"
        tabIndex={0}
        aria-label={t('leftOutOf', { station: showUnprintable(station.identity) })}
        sx={{ m: 0, mt: 1, pl: 5, maxHeight: 160, overflow: 'auto' }}
      >
        {leftOut.map(({ cardId, number, holder, why }) => (
          <li key={cardId}>
            <Link component={RouterLink} to={`/cards/${cardId}`}>
              {number}
            </Link>
            {holder !== '' && ` ${holder}`}: {t(`why.${why}`)}
          </li>
        ))}
      </Box>
      {leftOutCount > leftOut.length && t('andMore', { count: leftOutCount - leftOut.length })}
      {leftOut.some(({ why }) => why !== 'too-long') && <Box sx={{ mt: 1 }}>{t('chooseHint')}</Box>}
    </Alert>
  )
}

function SendAgain({ station }: { readonly station: StationOffline }) {
  const { t } = useTranslation('offline')
  const client = useClient()
  const notice = useNotice()
  const explain = useExplain()
  const { stationId, identity } = station
  const send = useMutation({
    mutationFn: () => client.localLists.sendAgain({ stationId }),
    onSuccess: ({ kind }) => notice({ text: t(kind === 'begun' ? 'sent' : 'notSent', { station: identity }) }),
    onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
  })
  if (!station.kept) return null
  return (
    <PermittedButton
      call="localLists.sendAgain"
      size="small"
      loading={send.isPending}
      aria-label={t('sendOf', { station: identity })}
      onClick={() => send.mutate()}
    >
      {t('send')}
    </PermittedButton>
  )
}

function Toggles({ station: { stationId, kept } }: { readonly station: StationOffline }) {
  const { t } = useTranslation('offline')
  const client = useClient()
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const policy = useQuery(orpc.cards.startPolicy.queryOptions({ input: { stationId } }))
  const change = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: orpc.localLists.key() })
      void queries.invalidateQueries({ queryKey: orpc.cards.startPolicy.key() })
    },
    onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
  })
  return (
    <Permitted call="localLists.setKept">
      <FormControlLabel
        control={
          <Switch
            checked={kept}
            onChange={() => change.mutate(() => client.localLists.setKept({ stationId, kept: !kept }))}
          />
        }
        label={t('keep')}
      />
      {policy.data && (
        <FormControlLabel
          control={
            <Switch
              checked={policy.data.withoutCard}
              onChange={(_, withoutCard) =>
                change.mutate(() => client.cards.setStartPolicy({ stationId, withoutCard }))
              }
            />
          }
          label={t('withoutCard')}
        />
      )}
    </Permitted>
  )
}

function Entries({ stationId, identity }: { readonly stationId: number; readonly identity: string }) {
  const { t } = useTranslation(['offline', 'common'])
  const orpc = useOrpc()
  const { data, error, isError, refetch } = useQuery(orpc.localLists.entries.queryOptions({ input: { stationId } }))
  if (isError) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingState rows={3} />
  if (data.entries.length === 0) return <Typography>{t('empty')}</Typography>
  return (
    <Box>
      <Box
        component="ul"
        tabIndex={0}
        aria-label={t('cardsOf', { station: identity })}
        sx={{ m: 0, pl: 5, maxHeight: 260, overflow: 'auto' }}
      >
        {data.entries.map(({ cardId, number, holder, status }) => (
          <li key={cardId}>
            <Link component={RouterLink} to={`/cards/${cardId}`}>
              {showUnprintable(number)}
            </Link>
            {holder !== '' && ` ${holder}`}
            {status !== 'accepted' && ` · ${t(`common:cardAnswer.${status}`)}`}
          </li>
        ))}
      </Box>
      {data.total > data.entries.length && (
        <Typography color="textSecondary">{t('shownOf', { shown: data.entries.length, total: data.total })}</Typography>
      )}
    </Box>
  )
}
