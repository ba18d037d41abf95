import { humanise } from '@renderer/components/schemaForm'
import type { TFunction } from 'i18next'

/** What a station reports about work that takes time, in words; a status that has none is made readable. */
export function progressWords(t: TFunction<'commands'>, status: string): string {
  const found: string = t(`progress.${status}` as 'progress.Idle', { defaultValue: '' })
  return found === '' ? humanise(status) : found
}
