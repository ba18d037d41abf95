import type { TapOutcome } from '@shared/contract/readers'
import { type ReactNode, useCallback, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { useNotice } from '../../components/NoticeProvider'
import { useExplain } from '../../i18n/useExplain'
import { useClient } from '../../link'
import { useWhyNot } from '../../link/useRights'
import { type DeskTap, TapContext, type TapDesk, type TapHandler } from './deskTap'
import { useNewTaps } from './newTaps'
import { tapAddress } from './tapAddress'
import { useKeyboardReader } from './wedge/useKeyboardReader'

/**
 * Hands every card that is shown to this computer to whoever waits for one, the newest first. When nobody does, the card
 * is opened, or the form that enrols it, on the page of cards; on every other page a notice offers that.
 */
export function TapProvider({ children }: { readonly children: ReactNode }) {
  const takers = useRef<TapHandler[]>([])
  const client = useClient()
  const notice = useNotice()
  const explain = useExplain()
  const byItself = useTapByItself()

  const tapped = useCallback(
    (tap: DeskTap) => {
      const taker = takers.current.at(-1)
      if (taker === undefined) byItself(tap)
      else taker(tap)
    },
    [byItself],
  )
  const desk = useMemo<TapDesk>(
    () => ({
      take(handler) {
        takers.current.push(handler)
        return () => {
          takers.current = takers.current.filter((taker) => taker !== handler)
        }
      },
      tapped,
    }),
    [tapped],
  )

  useNewTaps(
    useCallback(
      ({ reader, outcome }) => {
        // A tap is for the window that somebody looks at.
        if (document.visibilityState === 'visible') tapped({ reader, text: null, outcome })
      },
      [tapped],
    ),
  )
  const mayScan = useWhyNot()('readers.scanned') === null
  useKeyboardReader((text) => {
    if (!mayScan) return
    client.readers.scanned({ text }).then(
      (outcome) => tapped({ reader: null, text, outcome }),
      (error) => notice({ text: explain(error).sentence, severity: 'error' }),
    )
  })
  return <TapContext value={desk}>{children}</TapContext>
}

/** What a tap does when nothing on the screen waits for one. */
function useTapByItself(): TapHandler {
  const { t } = useTranslation('readers')
  const notice = useNotice()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const onCards = /^\/cards(?:\/|$)/.test(pathname)
  return useCallback(
    ({ outcome }) => {
      if (outcome.kind === 'refused') {
        const learn = outcome.reason === 'unknown-form'
        notice({
          text: t(`refused.${outcome.reason}`),
          severity: 'warning',
          ...(learn ? { action: { text: t('keyboard.teach'), run: () => void navigate('/cards/readers') } } : {}),
        })
        return
      }
      const to = tapAddress(outcome)
      const text = sentenceFor(outcome)
      if (onCards) {
        notice({ text, severity: 'info' })
        void navigate(to)
        return
      }
      const action = { text: t(outcome.card === null ? 'tap.enrol' : 'tap.open'), run: () => void navigate(to) }
      notice({ text, severity: 'info', action })

      function sentenceFor({ token, card }: Extract<TapOutcome, { kind: 'card' }>): string {
        if (card === null) return t('tap.unknown', { number: token })
        const name = card.holder || card.label
        return name === '' ? t('tap.known', { number: token }) : t('tap.knownOf', { number: token, name })
      }
    },
    [t, notice, navigate, onCards],
  )
}
