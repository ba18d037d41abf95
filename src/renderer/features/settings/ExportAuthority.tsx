import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { Section, useNotice } from '@renderer/components'
import { safeFileName, saveBlob } from '@renderer/components/saveText'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import { BACKUP_PASSPHRASE_MIN_LENGTH } from '@shared/contract/backup'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PassphraseFields } from './PassphraseFields'
import { NO_PASSPHRASE, passphraseProblem } from './passphrasePair'

const ROLES = ['issuing', 'root'] as const
/** Media type of PKCS#12 (RFC 7292 appendix D). */
const PKCS12_TYPE = 'application/x-pkcs12'

/** Hands out a key of the authority for another program, encrypted under a passphrase that is chosen here. */
export function ExportAuthority() {
  const { t } = useTranslation('settings')
  const notice = useNotice()
  const explain = useExplain()
  const [role, setRole] = useState<(typeof ROLES)[number]>('issuing')
  const [pair, setPair] = useState(NO_PASSPHRASE)
  const [isChecked, setIsChecked] = useState(false)
  const problem = passphraseProblem(pair)
  const save = useMutation(
    useOrpc().backup.exportAuthority.mutationOptions({
      onSuccess: ({ name, data }) => {
        const file = safeFileName(name)
        const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0))
        saveBlob(new Blob([bytes], { type: PKCS12_TYPE }), file)
        notice({ text: t('authority.saved', { name: file }) })
        setPair(NO_PASSPHRASE)
        setIsChecked(false)
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (problem === null) save.mutate({ role, passphrase: pair.passphrase })
  }
  return (
    <Section title={t('authority.title')}>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 4, maxWidth: 480 }}>
        <Typography color="textSecondary">{t('authority.text')}</Typography>
        <TextField
          select
          label={t('authority.role')}
          value={role}
          onChange={(event) => setRole(ROLES.find((known) => known === event.target.value) ?? 'issuing')}
          // A choice is a whole sentence, which takes two lines in most languages.
          sx={{ '& .MuiSelect-select': { whiteSpace: 'normal' } }}
        >
          {ROLES.map((known) => (
            <MenuItem key={known} value={known}>
              {t(`authority.roles.${known}`)}
            </MenuItem>
          ))}
        </TextField>
        <PassphraseFields
          value={pair}
          problem={isChecked ? problem : null}
          hint={t('authority.passphraseHint', { min: BACKUP_PASSPHRASE_MIN_LENGTH })}
          disabled={save.isPending}
          onChange={setPair}
        />
        {save.isError && (
          <Alert severity="error" variant="outlined">
            {explain(save.error).sentence}
          </Alert>
        )}
        <Button type="submit" variant="outlined" loading={save.isPending} sx={{ justifySelf: 'start' }}>
          {t('authority.submit')}
        </Button>
      </Box>
    </Section>
  )
}
