import Typography from '@mui/material/Typography'
import { useFormWords } from '@renderer/components/schemaForm'
import { useOrpc } from '@renderer/link'
import type { StationCommand } from '@shared/commands'
import type { Station } from '@shared/contract/stations'
import type { Protocol } from '@shared/ocpp/station'
import { useMutation } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandOfCatalogue } from './catalogueData'
import { checkInput } from './checkInput'
import { commandFormWords } from './commandWords'
import { SendForm } from './SendForm'
import { siteSpec } from './siteSpec'
import { useForm } from './useForm'

interface CommandFormProps {
  readonly station: Station
  readonly command: CommandOfCatalogue
  /** Which version the station speaks: not all of them take the same fields. */
  readonly protocol: Protocol
}

/** The form of one of the site's own commands, what it will hit, and what the station said to the last one sent. */
export function CommandForm({ station, command, protocol }: CommandFormProps) {
  const { t } = useTranslation('commands')
  const orpc = useOrpc()
  const { name, canWait, disruptive, actions } = command
  const spec = siteSpec(name, protocol)
  const form = useForm(spec)
  const words = useFormWords(useMemo(() => commandFormWords(t, name), [t, name]))
  const sending = useMutation(orpc.commands.send.mutationOptions())

  const send = (waitUntil: number | null) => {
    const read = form.read((value) => checkInput(name, value))
    if (read === undefined) return
    sending.mutate({
      stationId: station.id,
      command: { name, input: read.value } as StationCommand,
      waitUntil,
    })
  }
  return (
    <SendForm
      station={station}
      name={name}
      label={t(`name.${name}`)}
      verb={t(`name.${name}`)}
      spec={spec}
      form={form}
      words={words}
      disruptive={disruptive}
      canWait={canWait}
      isBusy={sending.isPending}
      onSend={send}
      outcome={sending.data}
      error={sending.error}
    >
      <Typography sx={{ color: 'text.secondary', maxWidth: '70ch' }}>{t(`about.${name}`)}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 4 }}>
        {t('catalogue.carriedBy', { actions: actions.join(', ') })}
      </Typography>
    </SendForm>
  )
}
