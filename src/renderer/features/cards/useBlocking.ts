import { useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useClient, useOrpc } from '@renderer/link'
import type { Card } from '@shared/contract/cards'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { cardStanding } from './cardStanding'

/** Blocks a card or accepts it again, with a notice that takes it back. */
export function useBlocking() {
  const { t } = useTranslation('cards')
  const client = useClient()
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()

  const change = useMutation({
    mutationFn: ({ card, blocked }: { card: Card; blocked: boolean; undo: boolean }) =>
      client.cards.update({ cardId: card.id, blocked }),
    onSuccess: (outcome, { card, blocked, undo }) => {
      void queries.invalidateQueries({ queryKey: orpc.cards.key() })
      if (outcome.kind !== 'saved') return
      const refused = cardStanding(outcome.card, Date.now()) !== 'valid'
      const key = blocked ? 'blocked' : refused ? 'stillNotValid' : 'unblocked'
      const back = () => change.mutate({ card, blocked: !blocked, undo: true })
      notice({ text: t(`drawer.${key}`, { number: card.token }), ...(undo ? {} : { undo: back }) })
    },
    onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
  })
  return {
    set: (card: Card, blocked: boolean) => change.mutate({ card, blocked, undo: false }),
    busy: change.isPending,
  }
}
