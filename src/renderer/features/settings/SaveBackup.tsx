import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { Section, useNotice } from '@renderer/components'
import { safeFileName, saveBlob } from '@renderer/components/saveText'
import { useExplain } from '@renderer/i18n/useExplain'
import { useFormat } from '@renderer/i18n/useFormat'
import { useClient } from '@renderer/link'
import { BACKUP_PASSPHRASE_MIN_LENGTH } from '@shared/contract/backup'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWayBack } from '../firstSteps/useWayBack'
import { type BackupProgress, fetchBackup } from './fetchBackup'
import { PassphraseFields } from './PassphraseFields'
import { NO_PASSPHRASE, passphraseProblem } from './passphrasePair'

/** Saves a backup to where the person chooses, under a passphrase that is chosen here. */
export function SaveBackup() {
  const { t } = useTranslation('settings')
  const client = useClient()
  const notice = useNotice()
  const explain = useExplain()
  const format = useFormat()
  const wayBack = useWayBack()
  const [pair, setPair] = useState(NO_PASSPHRASE)
  const [withLogs, setWithLogs] = useState(true)
  const [isChecked, setIsChecked] = useState(false)
  const [progress, setProgress] = useState<BackupProgress | null>(null)
  const stop = useRef<AbortController>(undefined)
  // Leaving the page ends it: what nobody watches any more should not go on.
  useEffect(() => () => stop.current?.abort(), [])

  const save = useMutation({
    mutationFn: async (passphrase: string) => {
      const cancel = new AbortController()
      stop.current = cancel
      try {
        return await fetchBackup(client, { passphrase, withLogs }, cancel.signal, setProgress)
      } catch (error) {
        if (cancel.signal.aborted) return 'cancelled'
        throw error
      } finally {
        setProgress(null)
      }
    },
    onSuccess: (saved) => {
      if (saved === null || saved === 'cancelled') return
      const { blob } = saved
      const name = safeFileName(saved.name)
      saveBlob(blob, name)
      notice({ text: t('save.saved', { name, size: format.size(blob.size) }), ...wayBack })
      setPair(NO_PASSPHRASE)
      setIsChecked(false)
    },
  })
  const problem = passphraseProblem(pair)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (problem === null) save.mutate(pair.passphrase)
  }
  const wrong = save.isError ? explain(save.error).sentence : save.data === null ? t('save.incomplete') : null

  return (
    <Section title={t('save.title')}>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 4, maxWidth: 480 }}>
        <Typography color="textSecondary">{t('save.text')}</Typography>
        <PassphraseFields
          value={pair}
          problem={isChecked ? problem : null}
          hint={t('backup.passphraseHint', { min: BACKUP_PASSPHRASE_MIN_LENGTH })}
          disabled={save.isPending}
          onChange={setPair}
        />
        <FormControlLabel
          control={<Checkbox checked={withLogs} onChange={(event) => setWithLogs(event.target.checked)} />}
          label={t('backup.withLogs')}
          disabled={save.isPending}
        />
        {save.isPending && (
          <Box role="status">
            <LinearProgress
              aria-label={t('save.submit')}
              variant={progress === null ? 'indeterminate' : 'determinate'}
              value={progress === null ? undefined : Math.min(100, (100 * progress.done) / progress.about)}
            />
            <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
              {progress === null
                ? t('save.preparing')
                : t('save.progress', { done: format.size(progress.done), about: format.size(progress.about) })}
            </Typography>
          </Box>
        )}
        {wrong !== null && (
          <Alert severity="error" variant="outlined">
            {wrong}
          </Alert>
        )}
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Button type="submit" variant="contained" loading={save.isPending}>
            {t('save.submit')}
          </Button>
          {save.isPending && <Button onClick={() => stop.current?.abort()}>{t('save.cancel')}</Button>}
        </Box>
      </Box>
    </Section>
  )
}
