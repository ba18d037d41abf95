import { humanise } from '@renderer/components/schemaForm'
import type { commands } from '@renderer/i18n/en/commands'
import { useHasWords } from '@renderer/i18n/useHasWords'
import { useTranslation } from 'react-i18next'
import type { FactName, NoticeFact } from './noticeFacts'

/** Facts whose values are words of the protocol, such as “PowerUp”. */
const WORDS = new Set<FactName>(['status', 'reason', 'monitor', 'transfer', 'purpose', 'measured', 'control', 'fault'])
/** Facts that are true or false. */
const TRUTHS = new Set<FactName>(['active', 'ended'])

/** Several words run together, such as “UploadFailure”. Others, such as “CSO” or “E42”, are left as they came. */
const RUN_TOGETHER = /^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/

/** The value of a fact as it is read: in words where the protocol has a code for it. The code stands in the message. */
export function useFactValue(): (fact: NoticeFact) => string {
  const { t } = useTranslation(['notices', 'commands'])
  const has = useHasWords()
  const isStep = (value: string): value is keyof typeof commands.progress => has('commands:progress', value)
  return ({ name, value }) => {
    if (name === 'status' && isStep(value)) return t(`commands:progress.${value}`)
    if (TRUTHS.has(name) && (value === 'true' || value === 'false')) return t(value === 'true' ? 'yes' : 'no')
    return WORDS.has(name) && RUN_TOGETHER.test(value) ? humanise(value) : value
  }
}
