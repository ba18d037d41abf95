import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Section, useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useClient, useOrpc } from '@renderer/link'
import { values } from '@renderer/link/feeds'
import { useLatest } from '@renderer/link/useFeed'
import { BACKUP_PASSPHRASE_MIN_LENGTH } from '@shared/contract/backup'
import type { ReadyRelease, UpdateState } from '@shared/contract/updates'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSite } from '../../../app/SiteContext'
import { PassphraseFields } from '../PassphraseFields'
import { NO_PASSPHRASE, passphraseProblem } from '../passphrasePair'
import { InstallOutcome } from './InstallOutcome'
import { ReleaseNotes } from './ReleaseNotes'

/** A version that was checked: installed after a backup, by the program or by hand. */
export function ReadyUpdate({ ready, state }: { readonly ready: ReadyRelease; readonly state: UpdateState }) {
  const { t } = useTranslation('updates')
  const client = useClient()
  const notice = useNotice()
  const explain = useExplain()
  const { version } = ready
  const { connected } = useSite().stations
  const plan = useLatest(values.backup).data?.plan ?? null
  const [pair, setPair] = useState(NO_PASSPHRASE)
  const [isChecked, setIsChecked] = useState(false)
  const install = useMutation(useOrpc().updates.install.mutationOptions())
  const remove = useMutation({
    mutationFn: () => client.updates.discard(),
    onSuccess: () => notice({ text: t('ready.removed', { version }) }),
    onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
  })
  // A daily backup whose folder is away must not be in the way for ever.
  const asksPassphrase = plan === null || install.isError
  const withPlan = plan !== null && pair.passphrase === '' && pair.repeat === ''
  const problem = withPlan ? null : passphraseProblem(pair)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (problem === null) install.mutate(withPlan ? {} : { passphrase: pair.passphrase })
  }
  const isBusy = install.isPending || state.installing
  return (
    <Section title={t('ready.title', { version })}>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 3 }}>
        <ReleaseNotes release={ready} />
        <Typography color="textSecondary">
          {t(state.installs ? 'ready.closes' : 'ready.byHandMeans')}{' '}
          {state.installs && connected > 0 && t('ready.connected', { count: connected })}
        </Typography>
        {plan !== null && <Typography color="textSecondary">{t('ready.daily', { folder: plan.folder })}</Typography>}
        {asksPassphrase && (
          <Box sx={{ display: 'grid', gap: 3, maxWidth: 480 }}>
            <Typography color="textSecondary">{t(plan === null ? 'ready.passphrase' : 'ready.otherBackup')}</Typography>
            <PassphraseFields
              value={pair}
              problem={isChecked ? problem : null}
              hint={t('ready.passphraseHint', { min: BACKUP_PASSPHRASE_MIN_LENGTH })}
              disabled={isBusy}
              onChange={setPair}
            />
          </Box>
        )}
        {install.isError && (
          <Alert severity="error" variant="outlined" sx={{ overflowWrap: 'anywhere' }}>
            {explain(install.error).sentence}
          </Alert>
        )}
        {install.data && <InstallOutcome outcome={install.data} commands={ready.commands} />}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          <PermittedButton call="updates.install" type="submit" variant="contained" loading={isBusy}>
            {state.installs ? t('ready.install', { version }) : t('ready.backUp')}
          </PermittedButton>
          <Button disabled={isBusy} loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('ready.remove')}
          </Button>
        </Box>
      </Box>
    </Section>
  )
}
