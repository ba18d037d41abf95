import Autocomplete from '@mui/material/Autocomplete'
import TextField from '@mui/material/TextField'
import type { KindFieldProps } from '@renderer/components/schemaForm'
import { useOrpc } from '@renderer/link'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { useStationOfForm } from './StationOfForm'

/** Names that are offered at once. */
const OFFERED = 200

/** Names of what the station has told, without doubles. */
function useKnownNames(search: string, of: 'component' | 'variable', component: string | null): readonly string[] {
  const orpc = useOrpc()
  const station = useStationOfForm()
  const wanted = useDeferredValue(search)
  const found = useQuery(
    orpc.variables.find.queryOptions({
      input: { stationId: station.id, search: wanted, limit: OFFERED },
      placeholderData: keepPreviousData,
    }),
  )
  const fitting = (found.data?.entries ?? []).filter((entry) => component === null || entry.component === component)
  return [...new Set(fitting.map((entry) => entry[of]))].filter((name) => name !== '')
}

function NameField({ options, ...props }: KindFieldProps & { readonly options: readonly string[] }) {
  const { t } = useTranslation('forms')
  const { id, label, hint, problem, required, texts, onChange } = props
  const [text = ''] = texts
  return (
    <Autocomplete
      freeSolo
      id={id}
      options={[...options]}
      value={text}
      inputValue={text}
      onInputChange={(_event, typed, reason) => {
        if (reason !== 'reset') onChange([typed])
      }}
      onChange={(_event, chosen) => onChange([chosen ?? ''])}
      renderInput={(params) => (
        <TextField
          {...params}
          label={required ? label : t('optional', { label })}
          error={problem !== undefined}
          helperText={problem ?? hint}
        />
      )}
    />
  )
}

/** The name of a component of the station. */
export function ComponentField(props: KindFieldProps) {
  return <NameField {...props} options={useKnownNames(props.texts[0] ?? '', 'component', null)} />
}

/** The name of a variable of the component beside it, or of a configuration key. */
export function VariableField(props: KindFieldProps) {
  const { component } = props.beside
  const of = typeof component === 'string' ? component : null
  return <NameField {...props} options={useKnownNames(props.texts[0] ?? '', 'variable', of)} />
}
