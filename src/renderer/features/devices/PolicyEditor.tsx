import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import type { Device } from '@shared/contract/devices'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PolicyFields } from './PolicyFields'
import { draftOf, PARTS, readDraft } from './policyDraft'

/** The name for people and the rights of a device, to be changed. */
export function PolicyEditor({ device }: { readonly device: Device }) {
  const { t } = useTranslation('devices')
  const notice = useNotice()
  const explain = useExplain()
  const [label, setLabel] = useState(device.label)
  const [draft, setDraft] = useState(() => draftOf(device.policy))
  const [isChecked, setIsChecked] = useState(false)
  const save = useMutation(
    useOrpc().devices.update.mutationOptions({
      onSuccess: ({ clientId }) => notice({ text: t('policy.saved', { name: clientId }) }),
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    const policy = readDraft(draft)
    if (policy) save.mutate({ deviceId: device.id, label, policy })
  }
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 4 }}>
      <Typography color="textSecondary">{t('policy.text')}</Typography>
      <TextField
        label={t('policy.label')}
        value={label}
        onChange={(event) => setLabel(event.target.value)}
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 60 } }}
      />
      <PolicyFields draft={draft} onChange={setDraft} isChecked={isChecked} parts={PARTS} />
      {save.isError && (
        <Alert severity="error" variant="outlined">
          {explain(save.error).sentence}
        </Alert>
      )}
      <PermittedButton
        call="devices.update"
        type="submit"
        variant="outlined"
        loading={save.isPending}
        sx={{ justifySelf: 'start' }}
      >
        {t('policy.save')}
      </PermittedButton>
    </Box>
  )
}
