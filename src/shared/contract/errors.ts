import { ERROR_STATUS, type ErrorCode } from '../errors'
import { ToldData } from '../told'
import { errors as words } from '../words/en/errors'

/** The oRPC error map of the given codes: status and sentence come from the registry, so each is written once. */
export function mayFailWith<const Codes extends readonly ErrorCode[]>(...codes: Codes) {
  const map = {} as { [Code in Codes[number]]: { status: number; message: string; data: typeof ToldData } }
  for (const code of codes) {
    map[code as Codes[number]] = { status: ERROR_STATUS[code], message: words[code], data: ToldData }
  }
  return map
}
