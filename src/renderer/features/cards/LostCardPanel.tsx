import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { Section, useNotice } from '@renderer/components'
import { useBeside } from '@renderer/components/list/useListFilter'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useGoOn } from '@renderer/components/useGoOn'
import { useExplain } from '@renderer/i18n/useExplain'
import { feeds, useClient, useFeed, useOrpc } from '@renderer/link'
import type { Card } from '@shared/contract/cards'
import { type IdTokenType, isEnrollable } from '@shared/ocpp/idToken'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTaps } from '../readers/deskTap'
import { useScanning } from '../readers/useScanning'
import { useReaderInField } from '../readers/wedge/useReaderInField'
import { storedToken } from './cardDraft'
import { CARD_FILTER } from './cardFilter'

/** What is done with a card that was lost, or whose holder wants to be forgotten. */
export function LostCardPanel({ card }: { readonly card: Card }) {
  const { t } = useTranslation('cards')
  const [open, setOpen] = useState<'replace' | 'erase' | null>(null)
  return (
    <Section title={t('lost.title')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3 }}>
        {card.replacedBy === null && (
          <PermittedButton
            call="cards.replace"
            variant="outlined"
            aria-expanded={open === 'replace'}
            onClick={() => setOpen('replace')}
          >
            {t('lost.replace')}
          </PermittedButton>
        )}
        {card.erasedAt === null && (
          <PermittedButton
            call="cards.erase"
            variant="outlined"
            aria-expanded={open === 'erase'}
            onClick={() => setOpen('erase')}
          >
            {t('lost.erase')}
          </PermittedButton>
        )}
      </Box>
      {open === 'replace' && card.replacedBy === null && <ReplaceForm card={card} />}
      {open === 'erase' && card.erasedAt === null && <EraseForm card={card} />}
    </Section>
  )
}

function ReplaceForm({ card }: { readonly card: Card }) {
  const { t } = useTranslation(['cards', 'readers'])
  const client = useClient()
  const orpc = useOrpc()
  const queries = useQueryClient()
  const goOn = useGoOn()
  const beside = useBeside(CARD_FILTER)
  const notice = useNotice()
  const explain = useExplain()
  const unknown = useFeed(feeds.unknownCards)
  const [number, setNumber] = useState('')
  // A number that a charger or a reader gave is taken as it is, and for the kind of card that it is there.
  const [given, setGiven] = useState<{ readonly token: string; readonly tokenType: IdTokenType }>()
  const take = useCallback((token: string, tokenType: IdTokenType) => {
    setNumber(token)
    setGiven({ token, tokenType })
  }, [])
  const byReader = useReaderInField(number, useScanning())
  useTaps(
    useCallback(
      ({ outcome }) => {
        if (outcome.kind === 'card') take(outcome.token, outcome.tokenType)
        else notice({ text: t(`readers:refused.${outcome.reason}`), severity: 'warning' })
      },
      [notice, t, take],
    ),
  )
  // A tap is the quickest way to say which card it is: what was seen last is offered.
  const [seen] = unknown.entries
    .filter(({ token }) => isEnrollable(token))
    .toSorted((one, other) => other.lastSeenAt - one.lastSeenAt)
  const tokenType = given?.token === number ? given.tokenType : card.tokenType
  const replace = useMutation({
    mutationFn: (token: string) => client.cards.replace({ cardId: card.id, token, tokenType }),
    onSuccess: (outcome) => {
      if (outcome.kind !== 'replaced') return
      void queries.invalidateQueries({ queryKey: orpc.cards.key() })
      notice({ text: t('lost.replaced', { lost: card.token, number: outcome.card.token }) })
      goOn(beside(`/cards/${outcome.card.id}`))
    },
  })
  const stored = storedToken(number, given?.token)
  const refused = replace.data && replace.data.kind !== 'replaced' ? replace.data : null
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (stored !== null) replace.mutate(stored)
      }}
      sx={{ display: 'grid', gap: 3, mt: 3 }}
    >
      <Typography color="textSecondary">{t('lost.replaceText')}</Typography>
      <TextField
        label={t('lost.number')}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
        onKeyDown={(event) => void byReader(event)}
        helperText={tokenType === card.tokenType ? undefined : t(`type.${tokenType}`)}
        autoComplete="off"
        slotProps={{ htmlInput: { spellCheck: false, autoCapitalize: 'characters' } }}
      />
      {seen && (
        <Button
          size="small"
          onClick={() => take(seen.token, seen.tokenType ?? card.tokenType)}
          sx={{ justifySelf: 'start' }}
        >
          {t('lost.seen', { number: seen.token, station: seen.stationIdentity })}
        </Button>
      )}
      {refused && (
        <Alert severity="warning" variant="outlined">
          {'card' in refused
            ? t(refused.kind === 'already-replaced' ? 'lost.alreadyReplaced' : 'drawer.alreadyEnrolled', {
                number: refused.card.token,
              })
            : t(`problem.${refused.kind}`)}
        </Alert>
      )}
      {replace.isError && (
        <Alert severity="error" variant="outlined">
          {explain(replace.error).sentence}
        </Alert>
      )}
      <PermittedButton
        call="cards.replace"
        type="submit"
        variant="contained"
        disabled={stored === null}
        loading={replace.isPending}
        sx={{ justifySelf: 'start' }}
      >
        {t('lost.confirm')}
      </PermittedButton>
    </Box>
  )
}

function EraseForm({ card }: { readonly card: Card }) {
  const { t } = useTranslation('cards')
  const client = useClient()
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const erase = useMutation({
    mutationFn: () => client.cards.erase({ cardId: card.id }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: orpc.cards.key() })
      notice({ text: t('lost.erased', { number: card.token }) })
    },
  })
  return (
    <Alert
      severity="warning"
      variant="outlined"
      sx={{ mt: 3 }}
      action={
        <PermittedButton call="cards.erase" color="error" loading={erase.isPending} onClick={() => erase.mutate()}>
          {t('lost.eraseConfirm')}
        </PermittedButton>
      }
    >
      {erase.isError ? explain(erase.error).sentence : t('lost.eraseText')}
    </Alert>
  )
}
