import {
  type Draft,
  type FormSpec,
  newDraft,
  type Problems,
  readDraft,
  useNextId,
} from '@renderer/components/schemaForm'
import { useState } from 'react'

const NONE: Problems = new Map()

/** What stands in a form and what is wrong with it: nothing is said before the first try to send. */
export function useForm(spec: FormSpec) {
  const nextId = useNextId()
  const [draft, setDraft] = useState(() => newDraft(spec, undefined, nextId))
  const [problems, setProblems] = useState<Problems>(NONE)
  return {
    draft,
    problems,
    change(next: Draft) {
      setDraft(next)
      setProblems(NONE)
    },
    /** The value when it is good, and by `check` too; undefined with the problems shown. */
    read(check: (value: unknown) => Problems = () => NONE): { readonly value: unknown } | undefined {
      const reading = readDraft(spec, draft)
      const found = reading.kind === 'bad' ? reading.problems : check(reading.value)
      setProblems(found)
      return found.size === 0 && reading.kind === 'good' ? { value: reading.value } : undefined
    },
    /** Problems that somebody else found. */
    complain: setProblems,
  }
}
