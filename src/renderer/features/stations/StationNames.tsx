import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { PermittedButton } from '@renderer/components/PermittedButton'
import type { Station } from '@shared/contract/stations'
import { LABEL_MAX_LENGTH, SERIAL_NUMBER_MAX_LENGTH } from '@shared/ocpp/station'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotice } from '../../components/NoticeProvider'
import { useExplain } from '../../i18n/useExplain'
import { useOrpc } from '../../link/LinkProvider'

/** Label and serial number, to be changed in place. What someone types is not overwritten by news from the station. */
export function StationNames({ station }: { readonly station: Station }) {
  const { t } = useTranslation('stations')
  const notice = useNotice()
  const explain = useExplain()
  const [label, setLabel] = useState<string | null>(null)
  const [serialNumber, setSerialNumber] = useState<string | null>(null)
  const changed =
    (label !== null && label.trim() !== station.label) ||
    (serialNumber !== null && serialNumber.trim() !== (station.serialNumber ?? ''))

  const save = useMutation(
    useOrpc().stations.update.mutationOptions({
      onSuccess: () => {
        setLabel(null)
        setSerialNumber(null)
        notice({ text: t('detail.saved') })
      },
    }),
  )

  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({
      stationId: station.id,
      ...(label === null ? {} : { label }),
      ...(serialNumber === null ? {} : { serialNumber }),
    })
  }

  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 4, mt: 3 }}>
      <TextField
        label={t('detail.label')}
        value={label ?? station.label}
        onChange={(event) => setLabel(event.target.value)}
        helperText={t('detail.labelHint')}
        slotProps={{ htmlInput: { maxLength: LABEL_MAX_LENGTH } }}
        autoComplete="off"
      />
      <TextField
        label={t('detail.serialNumber')}
        value={serialNumber ?? station.serialNumber ?? ''}
        onChange={(event) => setSerialNumber(event.target.value)}
        helperText={t('detail.serialHint')}
        slotProps={{ htmlInput: { maxLength: SERIAL_NUMBER_MAX_LENGTH } }}
        autoComplete="off"
      />
      {save.isError && <Alert severity="error">{explain(save.error).sentence}</Alert>}
      <PermittedButton
        call="stations.update"
        type="submit"
        variant="outlined"
        disabled={!changed}
        loading={save.isPending}
        sx={{ justifySelf: 'start' }}
      >
        {t('detail.save')}
      </PermittedButton>
    </Box>
  )
}
