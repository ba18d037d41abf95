import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { Section, useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useFormat } from '@renderer/i18n/useFormat'
import { useTell } from '@renderer/i18n/useTell'
import { useOrpc } from '@renderer/link'
import { BACKUP_PASSPHRASE_MIN_LENGTH, BACKUPS_KEPT_MAX, type BackupPlan } from '@shared/contract/backup'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWayBack } from '../firstSteps/useWayBack'
import { PassphraseFields } from './PassphraseFields'
import { PlanActions } from './PlanActions'
import { NO_PASSPHRASE, passphraseProblem } from './passphrasePair'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const EXAMPLE = 'D:\\Backups, /mnt/backups'

/** The backup that is made by itself every day: where, when, how many, and under which passphrase. */
export function DailyBackup({ plan, busy }: { readonly plan: BackupPlan | null; readonly busy: boolean }) {
  const { t } = useTranslation('settings')
  const tell = useTell()
  const notice = useNotice()
  const explain = useExplain()
  const format = useFormat()
  const wayBack = useWayBack()
  const [fields, setFields] = useState({
    folder: plan?.folder ?? '',
    hour: plan?.hour ?? 2,
    keep: String(plan?.keep ?? 14),
    withLogs: plan?.withLogs ?? true,
  })
  const [pair, setPair] = useState(NO_PASSPHRASE)
  const [isChecked, setIsChecked] = useState(false)
  const keep = Number(fields.keep)
  // Only a plan that is there has a passphrase that can stay.
  const keepsPassphrase = plan !== null && pair.passphrase === '' && pair.repeat === ''
  const problems = {
    folder: fields.folder.trim() === '',
    keep: !Number.isInteger(keep) || keep < 1 || keep > BACKUPS_KEPT_MAX,
    passphrase: keepsPassphrase ? null : passphraseProblem(pair),
  }
  const set = useMutation(
    useOrpc().backup.setPlan.mutationOptions({
      onSuccess: (outcome) => {
        if (outcome.kind !== 'saved') return
        setPair(NO_PASSPHRASE)
        setIsChecked(false)
        notice({ text: t('plan.saved', { at: format.dateTime(outcome.nextAt) }), ...wayBack })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (problems.folder || problems.keep || problems.passphrase !== null) return
    const { folder, hour, withLogs } = fields
    set.mutate({ folder, hour, keep, withLogs, ...(keepsPassphrase ? {} : { passphrase: pair.passphrase }) })
  }
  const refusal = () => {
    if (set.isError) return explain(set.error).sentence
    switch (set.data?.kind) {
      case 'passphrase-needed':
        return t('plan.outcome.passphraseNeeded')
      case 'folder-unusable':
        return t('plan.outcome.folderUnusable', { reason: tell(set.data.reason) })
      case 'folder-of-the-site':
        return t('plan.outcome.folderOfTheSite')
      default:
        return null
    }
  }
  const wrong = refusal()

  return (
    <Section title={t('plan.title')}>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 4, maxWidth: 480 }}>
        <Typography color="textSecondary">{t('plan.text')}</Typography>
        <TextField
          label={t('plan.folder')}
          value={fields.folder}
          onChange={(event) => setFields({ ...fields, folder: event.target.value })}
          error={isChecked && problems.folder}
          helperText={
            isChecked && problems.folder ? t('backup.problem.folder') : t('plan.folderHint', { example: EXAMPLE })
          }
          autoComplete="off"
        />
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4 }}>
          <TextField
            select
            label={t('plan.hour')}
            value={fields.hour}
            onChange={(event) => setFields({ ...fields, hour: Number(event.target.value) })}
          >
            {HOURS.map((hour) => (
              <MenuItem key={hour} value={hour}>
                {format.time(new Date(2030, 0, 1, hour).getTime())}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            label={t('plan.keep')}
            value={fields.keep}
            onChange={(event) => setFields({ ...fields, keep: event.target.value })}
            error={isChecked && problems.keep}
            helperText={isChecked && problems.keep ? t('backup.problem.keep', { max: BACKUPS_KEPT_MAX }) : undefined}
            slotProps={{ htmlInput: { inputMode: 'numeric' } }}
          />
        </Box>
        <PassphraseFields
          value={pair}
          problem={isChecked ? problems.passphrase : null}
          hint={
            plan === null
              ? t('backup.passphraseHint', { min: BACKUP_PASSPHRASE_MIN_LENGTH })
              : t('backup.passphraseKept')
          }
          disabled={set.isPending}
          onChange={setPair}
        />
        <FormControlLabel
          control={
            <Checkbox
              checked={fields.withLogs}
              onChange={(event) => setFields({ ...fields, withLogs: event.target.checked })}
            />
          }
          label={t('backup.withLogs')}
        />
        {wrong !== null && (
          <Alert severity="error" variant="outlined" sx={{ overflowWrap: 'anywhere' }}>
            {wrong}
          </Alert>
        )}
        <Button type="submit" variant="contained" loading={set.isPending} sx={{ justifySelf: 'start' }}>
          {t('plan.submit')}
        </Button>
      </Box>
      {plan !== null && <PlanActions busy={busy} />}
    </Section>
  )
}
