import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { TimeSentence } from '@renderer/components'
import { Disclosure } from '@renderer/components/Disclosure'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useClient, useOrpc } from '@renderer/link'
import type { RefusedCall } from '@shared/contract/refusedCalls'
import { showUnprintable } from '@shared/printable'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Handshake } from './handshake/Handshake'
import { refusalWords } from './refusalWords'

/** Kinds of calls that are shown before the rest is only counted. */
const SHOWN = 8

/** Everything that a sentence about a refused call may name; which of it is known depends on the reason. */
const NOTHING_KNOWN = {
  profile: '',
  user: '',
  issuer: '',
  serialNumber: '',
  other: '',
  shown: '',
  recorded: '',
  subject: '',
  path: '',
  offered: '',
  problem: '',
  version: '',
  station: '',
  device: '',
  own: '',
  topic: '',
  bytes: '',
  most: '',
}

interface RefusedCallListProps {
  readonly calls: readonly RefusedCall[]
}

/** Callers that were turned away: what happened, how often, and what to do about it. */
export function RefusedCallList({ calls }: RefusedCallListProps) {
  const { t } = useTranslation('security')
  const client = useClient()
  const orpc = useOrpc()
  const queries = useQueryClient()
  const forget = useMutation({
    mutationFn: (kind: string) => client.refusedCalls.forget({ kind }),
    onSettled: () => void queries.invalidateQueries({ queryKey: orpc.refusedCalls.key() }),
  })
  const more = calls.length - SHOWN
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 4 }}>
      {calls.slice(0, SHOWN).map((call) => {
        const said = refusalWords(call)
        const words = { ...NOTHING_KNOWN, ...call.data, address: call.remoteAddress }
        const what = showUnprintable(
          t('calls.what', { who: call.identity ?? t('calls.unnamed'), what: t(said.what, words) }),
        )
        return (
          <Box component="li" key={call.kind} sx={{ display: 'flex', alignItems: 'flex-start', gap: 4 }}>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography sx={{ overflowWrap: 'anywhere' }}>{what}</Typography>
              <Typography sx={{ overflowWrap: 'anywhere' }}>{t(said.todo, words)}</Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {t('calls.from', { address: call.remoteAddress })} · {t('calls.times', { count: call.times })} ·{' '}
                <TimeSentence at={call.lastAt} words={(when) => t('calls.last', { when })} />
              </Typography>
              <Box sx={{ mt: 1 }}>
                <Disclosure summary={t('handshake.open')}>{() => <Handshake call={call} />}</Disclosure>
              </Box>
            </Box>
            <PermittedButton
              call="refusedCalls.forget"
              size="small"
              disabled={forget.isPending}
              aria-label={t('calls.forgetOne', { what })}
              onClick={() => forget.mutate(call.kind)}
            >
              {t('calls.forget')}
            </PermittedButton>
          </Box>
        )
      })}
      {more > 0 && (
        <Typography component="li" variant="body2" sx={{ color: 'text.secondary' }}>
          {t('calls.more', { count: more })}
        </Typography>
      )}
    </Box>
  )
}
