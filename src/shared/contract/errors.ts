import { z } from 'zod'
import { ERROR_STATUS, type ErrorCode } from '../errors'
import { errors as words } from '../words/en/errors'

const Data = z.record(z.string(), z.union([z.string(), z.number()]))

/** The oRPC error map of the given codes: status and sentence come from the registry, so each is written once. */
export function mayFailWith<const Codes extends readonly ErrorCode[]>(...codes: Codes) {
  const map = {} as { [Code in Codes[number]]: { status: number; message: string; data: typeof Data } }
  for (const code of codes) {
    map[code as Codes[number]] = { status: ERROR_STATUS[code], message: words[code], data: Data }
  }
  return map
}
