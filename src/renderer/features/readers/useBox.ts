import { useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useClient, useOrpc } from '@renderer/link'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { beep } from './beep'
import { boxLabel } from './boxLabel'
import { type BoxRow, withCard } from './boxRows'
import { type TapHandler, useTaps } from './deskTap'

/** What each card of the box is enrolled with. */
export interface BoxSettings {
  readonly pattern: string
  readonly group: string
  /** Takes the place of `#` in the next label. */
  readonly next: number
  readonly sound: boolean
}

const FIRST: BoxSettings = { pattern: '', group: '', next: 1, sound: true }

/** Enrols every card that is shown at the desk while mounted, one after the other. */
export function useBox() {
  const { t } = useTranslation('readers')
  const client = useClient()
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const [settings, setSettings] = useState(FIRST)
  const [rows, setRows] = useState<readonly BoxRow[]>([])
  const latest = useRef(settings)
  latest.current = settings
  const change = useCallback((some: Partial<BoxSettings>) => setSettings((before) => ({ ...before, ...some })), [])

  // One card after the other, however fast they come: each takes the number that the one before has left.
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const enrol = useCallback(
    async ({ outcome }: Parameters<TapHandler>[0]) => {
      const { pattern, group, next, sound } = latest.current
      if (outcome.kind === 'refused') {
        if (sound) beep(false)
        return notice({ text: t(`refused.${outcome.reason}`), severity: 'warning' })
      }
      const { token, tokenType } = outcome
      const label = boxLabel(pattern, next)
      const add = (row: Pick<BoxRow, 'state' | 'cardId' | 'note'> & { label?: string }) =>
        setRows((all) => withCard(all, { token, label: '', ...row }))
      try {
        const { found } = await client.readers.otherSpellings({ token })
        const done = await client.cards.enrol({ token, tokenType, label, group })
        switch (done.kind) {
          case 'enrolled': {
            const note = found[0] ? t('box.spelling', { number: found[0].card.token }) : ''
            add({ state: 'enrolled', cardId: done.card.id, label, note })
            latest.current = { ...latest.current, next: next + 1 }
            change({ next: next + 1 })
            break
          }
          case 'already-enrolled':
            add({ state: 'known', cardId: null, label: done.card.label || done.card.holder, note: '' })
            break
          default:
            add({ state: 'failed', cardId: null, note: '' })
        }
        if (sound) beep(done.kind === 'enrolled' && found.length === 0)
        void queries.invalidateQueries({ queryKey: orpc.cards.key() })
      } catch (error) {
        if (sound) beep(false)
        add({ state: 'failed', cardId: null, note: explain(error).sentence })
      }
    },
    [client, orpc, queries, notice, explain, t, change],
  )
  useTaps(
    useCallback(
      (tap) => {
        line.current = line.current.then(() => enrol(tap))
      },
      [enrol],
    ),
  )

  const undo = async (row: BoxRow) => {
    if (row.cardId === null) return
    try {
      const { kind } = await client.cards.withdraw({ cardId: row.cardId })
      if (kind === 'in-use') return notice({ text: t('box.inUse'), severity: 'warning' })
      setRows((all) => all.map((one) => (one === row ? { ...row, state: 'undone', cardId: null } : one)))
      void queries.invalidateQueries({ queryKey: orpc.cards.key() })
    } catch (error) {
      notice({ text: explain(error).sentence, severity: 'error' })
    }
  }
  return { settings, change, rows, undo }
}
