import type { FormWords } from '@renderer/components/schemaForm'
import { humanise } from '@renderer/components/schemaForm'
import type { StationCommandName } from '@shared/commands'
import type { TFunction } from 'i18next'

type Lookup = (key: string) => string | undefined

/** Words that are looked up by names of the catalogue: not all of them have every word. */
function lookupIn(t: TFunction<'commands'>): Lookup {
  return (key) => {
    const found: string = t(key as 'sent.title', { defaultValue: '' })
    return found === '' ? undefined : found
  }
}

/** What the fields of a command are called: by the command and the field, else by the field alone. */
export function commandFormWords(t: TFunction<'commands'>, name: StationCommandName): Omit<FormWords, 'problem'> {
  const find = lookupIn(t)
  const own = (path: readonly string[]) => `${name}.${path.at(-1) ?? ''}`
  const common = (path: readonly string[]) => path.at(-1) ?? ''
  return {
    label: (path) => find(`fieldOf.${own(path)}`) ?? find(`field.${common(path)}`) ?? humanise(common(path)),
    hint: (path) => find(`hintOf.${own(path)}`) ?? find(`hint.${common(path)}`),
    choice: (path, option) => find(`choice.${common(path)}.${option}`) ?? option,
  }
}
