import Typography from '@mui/material/Typography'
import { SchemaForm, useFormWords } from '@renderer/components/schemaForm'
import { useOrpc } from '@renderer/link'
import type { StationCommand } from '@shared/commands'
import type { Station } from '@shared/contract/stations'
import type { Protocol } from '@shared/ocpp/station'
import { useMutation } from '@tanstack/react-query'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandOfCatalogue } from './catalogueData'
import { checkInput } from './checkInput'
import { commandFormWords } from './commandWords'
import { commandFields } from './fields'
import { StationContext } from './fields/StationOfForm'
import { Hits } from './Hits'
import { SendBar } from './SendBar'
import { SendOutcomeText } from './SendOutcomeText'
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
  const id = useId()
  const { name, canWait, disruptive, actions } = command
  const spec = siteSpec(name, protocol)
  const form = useForm(spec)
  const [waitMs, setWaitMs] = useState<number | null>(null)
  const words = useFormWords(useMemo(() => commandFormWords(t, name), [t, name]))
  const sending = useMutation(orpc.commands.send.mutationOptions())

  const submit = () => {
    const read = form.read((value) => checkInput(name, value))
    if (read === undefined) return
    sending.mutate({
      stationId: station.id,
      command: { name, input: read.value } as StationCommand,
      waitUntil: waitMs === null ? null : Date.now() + waitMs,
    })
  }
  return (
    <StationContext value={station}>
      <Typography sx={{ color: 'text.secondary', maxWidth: '70ch' }}>{t(`about.${name}`)}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 4 }}>
        {t('catalogue.carriedBy', { actions: actions.join(', ') })}
      </Typography>
      <SchemaForm
        id={id}
        label={t(`name.${name}`)}
        spec={spec}
        draft={form.draft}
        problems={form.problems}
        words={words}
        kinds={commandFields}
        onChange={form.change}
        onSubmit={submit}
      >
        {disruptive && <Hits station={station} name={name} draft={form.draft} />}
        <SendBar
          station={station}
          label={t(`name.${name}`)}
          canWait={canWait}
          isBusy={sending.isPending}
          onWait={setWaitMs}
        />
      </SchemaForm>
      <SendOutcomeText outcome={sending.data} error={sending.error} problems={form.problems} />
    </StationContext>
  )
}
