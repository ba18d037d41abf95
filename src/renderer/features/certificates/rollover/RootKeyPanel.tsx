import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { PEM_TYPE, safeFileName, saveText } from '@renderer/components/saveText'
import { useExplain } from '@renderer/i18n/useExplain'
import { useFormat } from '@renderer/i18n/useFormat'
import { useClient, useOrpc } from '@renderer/link'
import { BACKUP_PASSPHRASE_MIN_LENGTH } from '@shared/contract/backup'
import type { RollOverState, RootKey, RootKeyRefusal } from '@shared/contract/rollover'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PassphraseFields } from '../../settings/PassphraseFields'
import { NO_PASSPHRASE, passphraseProblem } from '../../settings/passphrasePair'
import { Panel } from '../../stations/page/Panel'
import { RootKeyFields } from './RootKeyFields'

/** Takes the private key of the root away to a file, and asks for it where it is needed. */
export function RootKeyPanel({ state }: { readonly state: RollOverState }) {
  const { t } = useTranslation('rollOver')
  const format = useFormat()
  const root = state.authorities.find((each) => each.role === 'root' && each.state === 'current')
  if (!root) return null
  return (
    <Panel title={t('key.heading')}>
      <Typography sx={{ mb: 3, maxWidth: 640 }}>{t('key.text')}</Typography>
      {root.key === 'here' ? (
        <>
          <Typography sx={{ mb: 4 }}>{t('key.here')}</Typography>
          {state.phase !== 'prepared' && (
            <Box sx={{ display: 'grid', gap: 6 }}>
              <SaveKey />
              <EraseKey />
            </Box>
          )}
        </>
      ) : (
        <>
          <Typography sx={{ maxWidth: 640 }}>
            {t('key.away', { when: root.keyAwayAt === null ? '' : format.date(root.keyAwayAt) })}
          </Typography>
          {root.listUntil !== null && (
            <Typography sx={{ mb: 4 }}>{t('key.list', { when: format.date(root.listUntil) })}</Typography>
          )}
          <WithKey />
        </>
      )}
    </Panel>
  )
}

function SaveKey() {
  const { t } = useTranslation('rollOver')
  const notice = useNotice()
  const explain = useExplain()
  const [pair, setPair] = useState(NO_PASSPHRASE)
  const [isChecked, setIsChecked] = useState(false)
  const problem = passphraseProblem(pair)
  const save = useMutation(
    useOrpc().rollOver.exportRootKey.mutationOptions({
      onSuccess: (outcome) => {
        if (outcome.kind !== 'file') return notice({ text: t(`refused.${outcome.kind}`), severity: 'warning' })
        const file = safeFileName(outcome.name)
        saveText(outcome.text, file, PEM_TYPE)
        notice({ text: t('key.save.done', { file }) })
        setPair(NO_PASSPHRASE)
        setIsChecked(false)
      },
      onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (problem === null) save.mutate({ passphrase: pair.passphrase })
  }
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 3, maxWidth: 520 }}>
      <Typography variant="h4">{t('key.save.title')}</Typography>
      <Typography>{t('key.save.text')}</Typography>
      <PassphraseFields
        value={pair}
        problem={isChecked ? problem : null}
        hint={t('key.hint', { min: BACKUP_PASSPHRASE_MIN_LENGTH })}
        disabled={save.isPending}
        onChange={setPair}
      />
      <PermittedButton
        call="rollOver.exportRootKey"
        type="submit"
        variant="outlined"
        loading={save.isPending}
        sx={{ justifySelf: 'start' }}
      >
        {t('key.save.button')}
      </PermittedButton>
    </Box>
  )
}

/** What is done with the file; the outcome is told in place. */
function useKeyFile(onDone: (outcome: { readonly kind: 'done' }) => string) {
  const { t } = useTranslation('rollOver')
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const [rootKey, setRootKey] = useState<RootKey | null>(null)
  const [round, setRound] = useState(0)
  const used = useMutation({
    mutationFn: (use: () => Promise<{ readonly kind: 'done' | 'not-now' | RootKeyRefusal }>) => use(),
    onSuccess: (outcome) => {
      if (outcome.kind !== 'done') return
      notice({ text: onDone({ ...outcome, kind: 'done' }) })
      // A passphrase that did its work stays on no screen.
      setRootKey(null)
      setRound((before) => before + 1)
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: orpc.rollOver.key() }),
  })
  const kind = used.data?.kind
  const problem = used.isError
    ? explain(used.error).sentence
    : kind !== undefined && kind !== 'done'
      ? t(`refused.${kind}`)
      : null
  return { rootKey, setRootKey, round, use: used.mutate, isBusy: used.isPending, problem }
}

function Problem({ text }: { readonly text: string | null }) {
  return text === null ? null : (
    <Alert severity="error" variant="outlined">
      {text}
    </Alert>
  )
}

function EraseKey() {
  const { t } = useTranslation('rollOver')
  const { rollOver } = useClient()
  const file = useKeyFile((outcome) =>
    t('scrubbed' in outcome && outcome.scrubbed === false ? 'key.erase.traces' : 'key.erase.done'),
  )
  const { rootKey } = file
  return (
    <Box sx={{ display: 'grid', gap: 3, maxWidth: 520 }}>
      <Typography variant="h4">{t('key.erase.title')}</Typography>
      <Typography>{t('key.erase.text')}</Typography>
      <RootKeyFields key={file.round} disabled={file.isBusy} onChange={file.setRootKey} />
      <Problem text={file.problem} />
      <PermittedButton
        call="rollOver.takeRootKeyAway"
        variant="contained"
        color="error"
        loading={file.isBusy}
        disabled={rootKey === null}
        sx={{ justifySelf: 'start' }}
        onClick={() => rootKey && file.use(() => rollOver.takeRootKeyAway({ rootKey }))}
      >
        {t('key.erase.button')}
      </PermittedButton>
    </Box>
  )
}

/** What the key can be fetched for beside a replacement. */
function WithKey() {
  const { t } = useTranslation('rollOver')
  const { rollOver } = useClient()
  const file = useKeyFile((outcome) => t('listUntil' in outcome ? 'key.signed' : 'key.brought'))
  const { rootKey, isBusy } = file
  return (
    <Box sx={{ display: 'grid', gap: 3, maxWidth: 520 }}>
      <RootKeyFields key={file.round} disabled={isBusy} onChange={file.setRootKey} />
      <Problem text={file.problem} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <PermittedButton
          call="rollOver.signRootList"
          variant="outlined"
          disabled={rootKey === null || isBusy}
          onClick={() => rootKey && file.use(() => rollOver.signRootList({ rootKey }))}
        >
          {t('key.sign')}
        </PermittedButton>
        <PermittedButton
          call="rollOver.bringRootKeyBack"
          disabled={rootKey === null || isBusy}
          onClick={() => rootKey && file.use(() => rollOver.bringRootKeyBack({ rootKey }))}
        >
          {t('key.bring')}
        </PermittedButton>
      </Box>
    </Box>
  )
}
