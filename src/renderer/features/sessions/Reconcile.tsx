import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { ErrorState, FactList, LoadingState, RelativeTime, Section, useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useFormat } from '@renderer/i18n/useFormat'
import { useOrpc } from '@renderer/link'
import type { Session } from '@shared/contract/sessions'
import type { Reconciliation, Settlement } from '@shared/contract/settling'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import { Settle } from './Settle'

/** What is known about a session's doubts, and what the manager decided or can decide. */
export function Reconcile({ session }: { readonly session: Session }) {
  const { t } = useTranslation('sessions')
  const orpc = useOrpc()
  const found = useQuery(orpc.sessions.reconciliation.queryOptions({ input: { sessionId: session.id } }))
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <LoadingState rows={2} />
  const { settlement } = found.data
  return (
    <>
      <Circumstances session={session} found={found.data} />
      {settlement ? (
        <Section title={t('settle.settled')}>
          <SettlementFacts sessionId={session.id} settlement={settlement} />
        </Section>
      ) : (
        session.unsettled && (
          <Section title={t('settle.title')}>
            <Settle session={session} found={found.data} />
          </Section>
        )
      )}
    </>
  )
}

/** Facts beside the doubts; nothing where there are none. */
function Circumstances({ session, found }: { readonly session: Session; readonly found: Reconciliation }) {
  const { t } = useTranslation('sessions')
  const format = useFormat()
  const { missing, falls, asked, joined } = found
  const facts = [
    ...(missing.length === 0
      ? []
      : [
          {
            name: t('settle.missing'),
            value: missing.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', '),
          },
        ]),
    ...(missing.length === 0
      ? []
      : [
          {
            name: t('settle.asked'),
            value: asked ? t(`settle.answer.${asked.queued ? 'queued' : 'gone'}`) : t('settle.answer.notYet'),
          },
        ]),
    ...falls.map(({ at, fromWh, toWh, looksLike }) => ({
      name: t('settle.fell'),
      value: t(`settle.fall.${looksLike}`, {
        at: format.dateTime(at),
        from: format.energy(fromWh),
        to: format.energy(toWh),
      }),
    })),
    ...(session.doubts.includes('clock-skew') && session.receivedFirstAt !== null && session.receivedLastAt !== null
      ? [
          {
            name: t('settle.received'),
            value: t('settle.between', {
              first: format.dateTime(session.receivedFirstAt),
              last: format.dateTime(session.receivedLastAt),
            }),
          },
        ]
      : []),
    ...joined.map((id) => ({
      name: t('settle.joinedHere'),
      value: (
        <Link component={RouterLink} to={`/sessions/${id}`}>
          {t('settle.number', { id })}
        </Link>
      ),
    })),
  ]
  if (facts.length === 0) return null
  return (
    <Section title={t('settle.circumstances')}>
      <FactList
        facts={facts.map((fact, index) => ({
          ...fact,
          name: index > 0 && facts[index - 1]?.name === fact.name ? `${fact.name} (${index + 1})` : fact.name,
        }))}
      />
    </Section>
  )
}

function SettlementFacts({ sessionId, settlement }: { readonly sessionId: number; readonly settlement: Settlement }) {
  const { t } = useTranslation('sessions')
  const format = useFormat()
  const notice = useNotice()
  const explain = useExplain()
  const undo = useMutation(
    useOrpc().sessions.unsettle.mutationOptions({
      onSuccess: () => notice({ text: t('settle.undone'), severity: 'info' }),
      onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
    }),
  )
  const { kind, energyWh, endedAt, joinedTo, reason, actor, at } = settlement
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <FactList
        facts={[
          { name: t('settle.how'), value: t(`settle.was.${kind}`) },
          ...(energyWh === null ? [] : [{ name: t('drawer.delivered'), value: format.energy(energyWh) }]),
          ...(endedAt === null ? [] : [{ name: t('drawer.ended'), value: format.dateTime(endedAt) }]),
          ...(joinedTo === null
            ? []
            : [
                {
                  name: t('settle.joinTo'),
                  value: (
                    <Link component={RouterLink} to={`/sessions/${joinedTo}`}>
                      {t('settle.number', { id: joinedTo })}
                    </Link>
                  ),
                },
              ]),
          { name: t('settle.reason'), value: reason },
          {
            name: t('settle.by'),
            value: (
              <>
                {actor}, {format.dateTime(at)} (<RelativeTime at={at} />)
              </>
            ),
          },
        ]}
      />
      <Typography color="textSecondary">{t('settle.kept')}</Typography>
      <PermittedButton
        call="sessions.unsettle"
        variant="outlined"
        sx={{ justifySelf: 'start' }}
        loading={undo.isPending}
        onClick={() => undo.mutate({ sessionId })}
      >
        {t('settle.undo')}
      </PermittedButton>
    </Box>
  )
}
