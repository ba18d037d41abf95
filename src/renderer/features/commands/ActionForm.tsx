import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState } from '@renderer/components'
import { type JsonSchema, type Problem, useFormWords } from '@renderer/components/schemaForm'
import { useOrpc } from '@renderer/link'
import type { Station } from '@shared/contract/stations'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActionOfCatalogue } from './catalogueData'
import { protocolSpec } from './protocolSpec'
import { SendForm } from './SendForm'
import { useForm } from './useForm'
import { useNotPossibleWords } from './useNotPossibleWords'

interface ActionFormProps {
  readonly station: Station
  readonly message: ActionOfCatalogue
}

/** Any message of the station's version, with the fields of its official schema. */
export function ActionForm({ station, message }: ActionFormProps) {
  const orpc = useOrpc()
  const why = useNotPossibleWords()
  const { action } = message
  const asked = useQuery(
    orpc.commands.form.queryOptions({ input: { stationId: station.id, action }, staleTime: Number.POSITIVE_INFINITY }),
  )
  if (asked.isPending) return <LoadingState rows={3} />
  if (asked.data === undefined) return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data.kind === 'not-possible') return <Typography>{why(asked.data.reason)}</Typography>
  return <Filled station={station} message={message} schema={asked.data.schema as JsonSchema} />
}

function Filled({ station, message, schema }: ActionFormProps & { readonly schema: JsonSchema }) {
  const { t } = useTranslation('commands')
  const orpc = useOrpc()
  const { action, note, canWait, disruptive } = message
  const spec = useMemo(() => protocolSpec(schema), [schema])
  const form = useForm(spec)
  const words = useFormWords()
  const sending = useMutation(
    orpc.commands.sendAction.mutationOptions({
      onSuccess(outcome) {
        if (outcome.kind !== 'invalid') return
        const said = outcome.problems.map(({ path, message: sentence }): [string, Problem] => [
          path,
          { key: 'said', sentence },
        ])
        form.complain(new Map(said))
      },
    }),
  )
  const send = (waitUntil: number | null) => {
    const read = form.read()
    if (read === undefined) return
    sending.mutate({
      stationId: station.id,
      action,
      payload: read.value as Record<string, unknown>,
      waitUntil,
    })
  }
  return (
    <SendForm
      station={station}
      name={null}
      label={action}
      verb={t('send.now')}
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
      <Typography sx={{ color: 'text.secondary', mb: 4, maxWidth: '70ch' }}>
        {note} {t('catalogue.official')}
      </Typography>
    </SendForm>
  )
}
