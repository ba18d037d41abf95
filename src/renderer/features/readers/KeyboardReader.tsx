import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState, useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTaps } from './deskTap'
import { useFormWords } from './formWords'
import { ScanField } from './ScanField'
import { UidField, uidOf } from './UidField'

/** What is known of readers that type, and how one of them is taught. */
export function KeyboardReader() {
  const { t } = useTranslation('readers')
  const orpc = useOrpc()
  const notice = useNotice()
  const explain = useExplain()
  const words = useFormWords()
  const [teaching, setTeaching] = useState(false)
  const known = useQuery(orpc.readers.keyboardForm.queryOptions())
  const forget = useMutation(
    orpc.readers.forgetKeyboardForm.mutationOptions({
      onSuccess: () => notice({ text: t('keyboard.forgotten') }),
      onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
    }),
  )
  if (known.isError) return <ErrorState error={known.error} onRetry={() => void known.refetch()} />
  if (known.data === undefined) return <LoadingState rows={2} />
  const learnt = known.data
  return (
    <Box sx={{ display: 'grid', gap: 3, justifyItems: 'start' }}>
      <Typography>
        {learnt === null
          ? t('keyboard.none')
          : t('keyboard.learnt', { card: learnt.learntFrom, seen: learnt.seenAs, form: words(learnt.form) })}
      </Typography>
      {teaching ? (
        <Teach onDone={() => setTeaching(false)} />
      ) : (
        <Box sx={{ display: 'flex', gap: 3 }}>
          <PermittedButton
            call="readers.learnKeyboardForm"
            variant="outlined"
            size="small"
            onClick={() => setTeaching(true)}
          >
            {t('keyboard.teach')}
          </PermittedButton>
          {learnt !== null && (
            <PermittedButton
              call="readers.forgetKeyboardForm"
              size="small"
              loading={forget.isPending}
              onClick={() => forget.mutate(undefined)}
            >
              {t('keyboard.forget')}
            </PermittedButton>
          )}
        </Box>
      )}
    </Box>
  )
}

/** One card whose number is known is scanned: what it was typed as tells the form. */
function Teach({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('readers')
  const orpc = useOrpc()
  const notice = useNotice()
  const explain = useExplain()
  const words = useFormWords()
  const [typed, setTyped] = useState('')
  const [scanned, setScanned] = useState('')
  const uid = uidOf(typed)
  const learn = useMutation(
    orpc.readers.learnKeyboardForm.mutationOptions({
      onSuccess: (outcome) => {
        if (outcome.kind === 'form') notice({ text: t('keyboard.done', { form: words(outcome.form) }) })
        else if (outcome.kind === 'plain') notice({ text: t('keyboard.plain') })
        else return
        if (outcome.kind === 'plain' || !outcome.leavesOut) onDone()
      },
    }),
  )
  const take = (text: string) => {
    setScanned(text)
    if (uid !== null) learn.mutate({ uid, text })
  }
  useTaps(
    useCallback(({ outcome, text }) => {
      // A USB reader tells the card that is known, a reader that types how it writes it.
      if (text === null && outcome.kind === 'card') setTyped(outcome.token)
    }, []),
  )
  const outcome = learn.data
  return (
    <Box sx={{ display: 'grid', gap: 4, width: '100%' }}>
      <UidField label={t('keyboard.known')} hint={t('keyboard.knownHint')} value={typed} onChange={setTyped} />
      <ScanField label={t('keyboard.scanLabel')} hint={t('keyboard.scanHint')} disabled={uid === null} onScan={take} />
      {learn.isError && (
        <Alert severity="error" variant="outlined">
          {explain(learn.error).sentence}
        </Alert>
      )}
      {(outcome?.kind === 'ambiguous' || outcome?.kind === 'no-spelling') && (
        <Alert severity="warning" variant="outlined">
          {t(`learn.${outcome.kind}`, { seen: scanned, card: uid ?? '' })}
        </Alert>
      )}
      {outcome?.kind === 'form' && outcome.leavesOut && (
        <Alert severity="warning" variant="outlined">
          {t('keyboard.cut')}
        </Alert>
      )}
      <Button size="small" onClick={onDone} sx={{ justifySelf: 'start' }}>
        {t('keyboard.close')}
      </Button>
    </Box>
  )
}
