import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import { DetailDrawer, ErrorState, LoadingState, RelativeTime, useNotice } from '@renderer/components'
import { useBeside } from '@renderer/components/list/useListFilter'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useGoOn } from '@renderer/components/useGoOn'
import { useExplain } from '@renderer/i18n/useExplain'
import { feeds, useFeed, useOrpc } from '@renderer/link'
import type { Card, UnknownCard } from '@shared/contract/cards'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink, useNavigate, useSearchParams } from 'react-router'
import { isFromGuide } from '../firstSteps/fromGuide'
import { useTaps } from '../readers/deskTap'
import { OtherSpellings } from '../readers/OtherSpellings'
import { tappedIn } from '../readers/tapAddress'
import { useScanning } from '../readers/useScanning'
import { useReaderInField } from '../readers/wedge/useReaderInField'
import { CardForm } from './CardForm'
import { type CardProblems, checkDraft, newDraft, problemsOf, storedToken } from './cardDraft'
import { CARD_FILTER } from './cardFilter'

/** Enrols a card: typed, or seen at a charger (`?unknown=<id>` fills in its number). */
export function EnrolDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('cards')
  const [search] = useSearchParams()
  const wanted = Number(search.get('unknown'))
  const unknown = useFeed(feeds.unknownCards)
  if (wanted > 0 && unknown.state === 'failed' && unknown.entries.length === 0) {
    return (
      <DetailDrawer narrow title={t('drawer.enrolTitle')} onClose={onClose}>
        <ErrorState error={unknown.error} onRetry={unknown.retry} />
      </DetailDrawer>
    )
  }
  if (wanted > 0 && unknown.state === 'loading') {
    return (
      <DetailDrawer narrow title={t('drawer.enrolTitle')} onClose={onClose}>
        <LoadingState rows={5} />
      </DetailDrawer>
    )
  }
  const seen = unknown.byId.get(wanted)
  return <EnrolForm key={wanted} seen={seen} tapped={tappedIn(search)} gone={wanted > 0 && !seen} onClose={onClose} />
}

interface EnrolFormProps {
  readonly seen: UnknownCard | undefined
  /** Shown to a reader at the desk, which brought here. */
  readonly tapped: ReturnType<typeof tappedIn>
  readonly gone: boolean
  readonly onClose: () => void
}

const FORM = 'enrol-card'

function EnrolForm({ seen: seenNow, tapped, gone, onClose }: EnrolFormProps) {
  const { t } = useTranslation('cards')
  const { t: tr } = useTranslation('readers')
  const orpc = useOrpc()
  const queries = useQueryClient()
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const goOn = useGoOn()
  const beside = useBeside(CARD_FILTER)
  const notice = useNotice()
  const explain = useExplain()
  // What was seen first is kept: the card leaves the feed in the moment it is enrolled.
  const [seen] = useState(seenNow)
  const [draft, setDraft] = useState(() => newDraft(seen ?? tapped))
  // A number that a charger or a reader gave is taken as it is.
  const [given, setGiven] = useState(seen?.token ?? tapped?.token)
  const [problems, setProblems] = useState<CardProblems>({})
  const [twin, setTwin] = useState<Pick<Card, 'id' | 'token' | 'holder'> | null>(null)
  const scan = useScanning()
  const byReader = useReaderInField(draft.token, scan)
  useTaps(
    useCallback(
      ({ outcome }) => {
        if (outcome.kind === 'refused') return notice({ text: tr(`refused.${outcome.reason}`), severity: 'warning' })
        const { token, tokenType, card } = outcome
        // What was typed about the holder stays: the card was only forgotten, or is another one.
        setDraft((before) => ({ ...before, token, tokenType }))
        setGiven(token)
        setProblems({})
        setTwin(card)
      },
      [notice, tr],
    ),
  )

  const shownEnrolled = ({ id, token }: Card) => {
    void queries.invalidateQueries({ queryKey: orpc.cards.key() })
    const text = t('drawer.enrolled', { number: token })
    if (isFromGuide(search)) {
      notice({ text })
      return goOn('/first-steps')
    }
    // The list may be narrowed to others, or be long: the card itself is one press away.
    const open = () => void navigate(beside(`/cards/${id}`))
    notice({ text, action: { text: tr('tap.open'), run: open } })
    goOn(beside('/cards'))
  }
  const enrol = useMutation(
    orpc.cards.enrol.mutationOptions({
      onSuccess: (outcome) => {
        switch (outcome.kind) {
          case 'enrolled':
            return shownEnrolled(outcome.card)
          case 'already-enrolled':
            return setTwin(outcome.card)
          default:
            return setProblems(problemsOf(outcome.kind))
        }
      },
    }),
  )
  const submit = () => {
    const checked = checkDraft(draft, given)
    setTwin(null)
    if (checked.kind === 'bad') return setProblems(checked.problems)
    setProblems({})
    enrol.mutate(checked.request)
  }

  return (
    <DetailDrawer
      narrow
      title={t('drawer.enrolTitle')}
      subtitle={
        seen && (
          <>
            {t('drawer.fromUnknown', { station: seen.stationIdentity })}, <RelativeTime at={seen.lastSeenAt} />
          </>
        )
      }
      onClose={onClose}
      actions={
        <>
          <PermittedButton call="cards.enrol" type="submit" form={FORM} variant="contained" loading={enrol.isPending}>
            {t('form.enrol')}
          </PermittedButton>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
        </>
      }
    >
      <CardForm
        id={FORM}
        draft={draft}
        problems={problems}
        presented={given}
        byReader={given !== seen?.token}
        onNumberKey={(event) => void byReader(event)}
        typeHint={
          seen && seen.tokenType === null ? t('form.typeProposed', { station: seen.stationIdentity }) : undefined
        }
        onChange={(next) => {
          setDraft(next)
          setProblems({})
        }}
        onSubmit={submit}
      >
        {gone && !seen && !twin && (
          <Alert severity="info" variant="outlined">
            {t('drawer.unknownGone')}
          </Alert>
        )}
        {!twin && <OtherSpellings token={storedToken(draft.token, given)} />}
        {twin && (
          <Alert severity="warning" variant="outlined">
            {t('drawer.alreadyEnrolled', { number: twin.token })}{' '}
            {twin.holder !== '' && `${t('drawer.holderOfIt', { holder: twin.holder })} · `}
            <Link component={RouterLink} to={beside(`/cards/${twin.id}`)}>
              {t('drawer.openIt')}
            </Link>
          </Alert>
        )}
        {enrol.isError && (
          <Alert severity="error" variant="outlined">
            {explain(enrol.error).sentence}
          </Alert>
        )}
      </CardForm>
    </DetailDrawer>
  )
}
