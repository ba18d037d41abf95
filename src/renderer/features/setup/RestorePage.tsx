import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { ErrorState } from '@renderer/components'
import { useFormat } from '@renderer/i18n/useFormat'
import { useClient } from '@renderer/link'
import type { BackupContents } from '@shared/contract/backup'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FileChoice } from '../files/FileChoice'
import { FirstRunForm } from './FirstRunForm'
import { sendBackup } from './sendBackup'

/** The first run of a computer that takes over a site: its backup, and the passphrase that opens it. */
export function RestorePage({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('setup')
  const client = useClient()
  const format = useFormat()
  const [file, setFile] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const [done, setDone] = useState(0)
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])

  const restore = useMutation({
    mutationFn: (chosen: File) => {
      const cancel = new AbortController()
      stop.current = cancel
      setDone(0)
      return sendBackup(client, { file: chosen, passphrase, signal: cancel.signal, onProgress: setDone })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (file !== null && passphrase !== '') restore.mutate(file)
  }
  const outcome = restore.data
  const refusal =
    outcome?.kind === 'no-room'
      ? t('restore.noRoom', { free: format.size(outcome.freeBytes) })
      : outcome?.kind === 'broken'
        ? t('restore.broken')
        : null

  return (
    <FirstRunForm title={t('restore.title')} intro={t('restore.intro')} onSubmit={submit}>
      {outcome?.kind === 'ready' ? (
        <Restored contents={outcome.contents} restarts={outcome.restarts} />
      ) : (
        <>
          <FileChoice
            file={file}
            problem={isChecked && file === null ? t('restore.noFile') : null}
            disabled={restore.isPending}
            onChoose={setFile}
          />
          <TextField
            type="password"
            autoComplete="off"
            label={t('restore.passphrase')}
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
            error={isChecked && passphrase === ''}
            helperText={isChecked && passphrase === '' ? t('restore.noPassphrase') : undefined}
            disabled={restore.isPending}
          />
          {restore.isPending && file !== null && (
            <Box role="status">
              <LinearProgress
                aria-label={t('restore.submit')}
                variant={done < file.size ? 'determinate' : 'indeterminate'}
                value={done < file.size ? (100 * done) / file.size : undefined}
              />
              <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
                {done < file.size
                  ? t('restore.sending', { done: format.size(done), size: format.size(file.size) })
                  : t('restore.checking')}
              </Typography>
            </Box>
          )}
          {restore.isError && (
            <Box sx={{ border: '1px solid', borderColor: 'status.danger', borderRadius: 1 }}>
              <ErrorState title={t('restore.failed')} error={restore.error} stillWorks={t('restore.stillEmpty')} />
            </Box>
          )}
          {refusal !== null && <Typography role="alert">{refusal}</Typography>}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3 }}>
            <Button type="submit" variant="contained" loading={restore.isPending}>
              {t('restore.submit')}
            </Button>
            <Button disabled={restore.isPending} onClick={onBack}>
              {t('restore.back')}
            </Button>
          </Box>
        </>
      )}
    </FirstRunForm>
  )
}

function Restored({ contents, restarts }: { readonly contents: BackupContents; readonly restarts: boolean }) {
  const { t } = useTranslation('setup')
  const format = useFormat()
  return (
    <div role="status">
      <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
        {t('restore.ready', { site: contents.siteName, at: format.dateTime(contents.createdAt) })}
      </Typography>
      <Typography sx={{ mb: 3 }}>{t('restore.contents', { ...contents.counts })}</Typography>
      <Typography>{t(restarts ? 'restore.restarts' : 'restore.byHand')}</Typography>
    </div>
  )
}
