import { useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useClient, useOrpc } from '@renderer/link'
import type { CertificateRequest, SecondPerson } from '@shared/contract/requests'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { HeldDecisions } from './heldDecisions'

interface Approval {
  station: string
  reason: string
}

type Decided = Pick<CertificateRequest, 'id' | 'owner'>

/** Holds, sends and takes back the decisions of the desk, and says what came of each. */
export function useDesk() {
  const { t } = useTranslation('requests')
  const client = useClient()
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()

  const failed = useCallback(
    (error: unknown) => notice({ text: explain(error).sentence, severity: 'error' }),
    [notice, explain],
  )
  const refresh = useCallback(() => queries.invalidateQueries({ queryKey: orpc.requests.key() }), [queries, orpc])

  const send = async (requestId: number, { station, reason }: Approval) => {
    try {
      const outcome = await client.requests.approve({ requestId, reason })
      switch (outcome.kind) {
        case 'approved':
          notice({ text: t(`outcome.approved.${outcome.delivery}`, { station }) })
          break
        case 'blocked':
          notice({ text: t('outcome.blocked', { station }), severity: 'warning' })
          break
        case 'reason-needed':
          notice({ text: t('outcome.reasonNeeded'), severity: 'warning' })
          break
        case 'second-needed':
          notice({ text: t('outcome.secondNeeded', { station }) })
          break
        case 'second-refused':
          notice({ text: t('second.wrong'), severity: 'warning' })
          break
        case 'already-decided':
          notice({ text: t('outcome.alreadyDecided', { station }), severity: 'info' })
      }
    } catch (error) {
      failed(error)
    } finally {
      void refresh()
    }
  }
  const latestSend = useRef(send)
  useEffect(() => {
    latestSend.current = send
  })

  const [holding] = useState(
    () =>
      new HeldDecisions<Approval>({
        send: (requestId, approval) => void latestSend.current(requestId, approval),
        now: () => Date.now(),
        after: (ms, then) => {
          const timer = setTimeout(then, ms)
          return () => clearTimeout(timer)
        },
      }),
  )
  const held = useSyncExternalStore(holding.subscribe, holding.snapshot)

  // Leaving the desk or closing the window means "send": only Undo takes an approval back.
  useEffect(() => {
    const flush = () => holding.flush()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [holding])

  const reopen = useMutation({
    mutationFn: ({ id }: Decided) => client.requests.reopen({ requestId: id }),
    onSuccess: ({ kind }, { owner: { name: station } }) =>
      kind === 'reopened'
        ? notice({ text: t('outcome.reopened', { station }) })
        : notice({ text: t('outcome.notRejected', { station }), severity: 'info' }),
    onError: failed,
    onSettled: refresh,
  })

  const resend = useMutation({
    mutationFn: ({ id }: Decided) => client.requests.resend({ requestId: id }),
    onSuccess: (outcome, { owner: { name: station } }) =>
      outcome.kind === 'resent'
        ? notice({ text: t(`outcome.approved.${outcome.delivery}`, { station }) })
        : notice({ text: t('outcome.nothingToSend', { station }), severity: 'info' }),
    onError: failed,
    onSettled: refresh,
  })

  const settle = useMutation({
    mutationFn: ({ id }: Decided) => client.requests.settle({ requestId: id }),
    onSuccess: (_outcome, { owner: { name: station } }) => notice({ text: t('outcome.settled', { station }) }),
    onError: failed,
    onSettled: refresh,
  })

  const reject = useMutation({
    mutationFn: ({ id, reason }: Decided & { reason: string }) => client.requests.reject({ requestId: id, reason }),
    onSuccess: ({ kind }, decided) => {
      const station = decided.owner.name
      if (kind === 'rejected') notice({ text: t('outcome.rejected', { station }), undo: () => reopen.mutate(decided) })
      else notice({ text: t('outcome.alreadyDecided', { station }), severity: 'info' })
    },
    onError: failed,
    onSettled: refresh,
  })

  const confirm = async ({ id, owner: { name: station } }: Decided, second: SecondPerson): Promise<number | null> => {
    try {
      const outcome = await client.requests.approve({ requestId: id, reason: '', second })
      if (outcome.kind === 'second-refused') return outcome.waitMs
      if (outcome.kind === 'approved') notice({ text: t(`outcome.approved.${outcome.delivery}`, { station }) })
      else if (outcome.kind === 'blocked') notice({ text: t('outcome.blocked', { station }), severity: 'warning' })
      else notice({ text: t('outcome.alreadyDecided', { station }), severity: 'info' })
    } catch (error) {
      failed(error)
    } finally {
      void refresh()
    }
    return null
  }

  return {
    failed,
    confirm,
    held,
    approve: ({ id, owner: { name: station } }: Decided, reason: string) => holding.hold(id, { station, reason }),
    sendNow: (requestId: number) => holding.sendNow(requestId),
    undo: (requestId: number) => {
      const approval = holding.snapshot().get(requestId)?.decision
      if (approval && holding.undo(requestId)) notice({ text: t('held.undone', { station: approval.station }) })
    },
    reject: (decided: Decided, reason: string) => reject.mutate({ ...decided, reason }),
    reopen: (decided: Decided) => reopen.mutate(decided),
    resend: (decided: Decided) => resend.mutate(decided),
    settle: (decided: Decided) => settle.mutate(decided),
    busy: reject.isPending || reopen.isPending || resend.isPending || settle.isPending,
  }
}
export type Desk = ReturnType<typeof useDesk>
