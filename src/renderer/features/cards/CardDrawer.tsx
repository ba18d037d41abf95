import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import {
  CopyText,
  DetailDrawer,
  ErrorState,
  FactList,
  LoadingState,
  RelativeTime,
  Section,
  useNotice,
} from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import type { Card } from '@shared/contract/cards'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import { CardCheckPanel } from './CardCheckPanel'
import { CardForm } from './CardForm'
import { CardStandingMark } from './CardStandingMark'
import { type CardProblems, checkDraft, draftOf, problemsOf } from './cardDraft'
import { LostCardPanel } from './LostCardPanel'
import { useBlocking } from './useBlocking'

interface CardDrawerProps {
  readonly cardId: number
  readonly onClose: () => void
}

/** One card: what it is, whether it is accepted, and its fields to change. */
export function CardDrawer({ cardId, onClose }: CardDrawerProps) {
  const { t } = useTranslation('cards')
  const orpc = useOrpc()
  const found = useQuery(orpc.cards.get.queryOptions({ input: { cardId } }))
  if (!found.data) {
    return (
      <DetailDrawer narrow title={t('drawer.title')} onClose={onClose}>
        {found.isError ? (
          <ErrorState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <LoadingState rows={5} />
        )}
      </DetailDrawer>
    )
  }
  return <CardDetail key={cardId} card={found.data} onClose={onClose} />
}

const FORM = 'change-card'

function CardDetail({ card, onClose }: { readonly card: Card; readonly onClose: () => void }) {
  const { t } = useTranslation('cards')
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const blocking = useBlocking()
  // Null while nothing was typed: until then the form follows the card, whoever changes it.
  const [typed, setTyped] = useState<ReturnType<typeof draftOf> | null>(null)
  const [problems, setProblems] = useState<CardProblems>({})

  const save = useMutation(
    orpc.cards.update.mutationOptions({
      onSuccess: (outcome) => {
        if (outcome.kind !== 'saved') return setProblems(problemsOf(outcome.kind))
        queries.setQueryData(orpc.cards.get.queryKey({ input: { cardId: card.id } }), outcome.card)
        void queries.invalidateQueries({ queryKey: orpc.cards.find.key() })
        setTyped(null)
        notice({ text: t('drawer.saved', { number: card.token }) })
      },
    }),
  )
  const draft = typed ?? draftOf(card)
  const submit = () => {
    const checked = checkDraft(draft, card.token)
    if (checked.kind === 'bad') return setProblems(checked.problems)
    const { token, tokenType, blocked, ...fields } = checked.request
    save.mutate({ cardId: card.id, ...fields })
  }

  return (
    <DetailDrawer
      narrow
      title={card.token}
      mark={<CardStandingMark card={card} />}
      subtitle={t(`type.${card.tokenType}`)}
      onClose={onClose}
      actions={
        <>
          <PermittedButton
            call="cards.update"
            type="submit"
            form={FORM}
            variant="contained"
            disabled={typed === null}
            loading={save.isPending}
          >
            {t('form.save')}
          </PermittedButton>
          <Box sx={{ flex: 1 }} />
          <PermittedButton
            call="cards.update"
            variant="outlined"
            color={card.blocked ? 'primary' : 'error'}
            loading={blocking.busy}
            onClick={() => blocking.set(card, !card.blocked)}
          >
            {card.blocked ? t('drawer.unblock') : t('drawer.block')}
          </PermittedButton>
        </>
      }
    >
      <CardForm
        id={FORM}
        enrolled
        draft={draft}
        problems={problems}
        onChange={(next) => {
          setTyped(next)
          setProblems({})
        }}
        onSubmit={submit}
      >
        {save.isError && (
          <Alert severity="error" variant="outlined">
            {explain(save.error).sentence}
          </Alert>
        )}
      </CardForm>
      <Box sx={{ mt: 6 }}>
        <CardCheckPanel cardId={card.id} />
        <LostCardPanel card={card} />
        <Section title={t('drawer.about')}>
          <FactList
            facts={[
              { name: t('column.number'), value: <CopyText text={card.token} what={t('form.number')} /> },
              ...(card.replaces === null
                ? []
                : [{ name: t('lost.replaces'), value: <OtherCard cardId={card.replaces} /> }]),
              ...(card.replacedBy === null
                ? []
                : [{ name: t('lost.replacedBy'), value: <OtherCard cardId={card.replacedBy} /> }]),
              ...(card.erasedAt === null
                ? []
                : [{ name: t('lost.erasedAt'), value: <RelativeTime at={card.erasedAt} /> }]),
              { name: t('drawer.enrolledAt'), value: <RelativeTime at={card.createdAt} /> },
              { name: t('drawer.changedAt'), value: <RelativeTime at={card.updatedAt} /> },
            ]}
          />
        </Section>
      </Box>
    </DetailDrawer>
  )
}

/** The card before or after it, by its number. */
function OtherCard({ cardId }: { readonly cardId: number }) {
  const orpc = useOrpc()
  const { data } = useQuery(orpc.cards.get.queryOptions({ input: { cardId } }))
  return (
    <Link component={RouterLink} to={`/cards/${cardId}`}>
      {data?.token ?? cardId}
    </Link>
  )
}
