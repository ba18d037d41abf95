import type { Problem, Problems } from '@renderer/components/schemaForm'
import { COMMANDS, type StationCommandName } from '@shared/commands'

/** JSON pointer of a place in an input. */
const pointer = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/**
 * What the command's own rules say against an input whose fields are good one by one, such as “exactly one of the two”.
 * Empty when there is nothing to say.
 */
export function checkInput(name: StationCommandName, input: unknown): Problems {
  const checked = COMMANDS[name].input.safeParse(input)
  if (checked.success) return new Map()
  return new Map(
    checked.error.issues.map((issue): [string, Problem] => [
      pointer(issue.path),
      issue.code === 'custom' ? { key: 'conflict' } : { key: 'notAllowed' },
    ]),
  )
}
