import { SetUpRequest } from '@shared/contract/site'

/** What the form holds, as typed. */
export interface SetupFields {
  readonly siteName: string
  readonly organisation: string
}

/** What is wrong with a name: a key of `setup:errors` and its values. */
export interface NameProblem {
  readonly key: 'empty' | 'tooLong' | 'control'
  readonly max: number
  readonly length: number
}

/** Checks the names by the contract itself, so that the form and the server can't disagree; null where all is well. */
export function setupProblems(fields: SetupFields): { readonly [Name in keyof SetupFields]: NameProblem | null } {
  const result = SetUpRequest.safeParse(fields)
  const of = (name: keyof SetupFields): NameProblem | null => {
    const issue = result.error?.issues.find((one) => one.path[0] === name)
    if (issue === undefined) return null
    const length = fields[name].trim().length
    if (issue.code === 'too_small') return { key: 'empty', max: 0, length }
    if (issue.code === 'too_big') return { key: 'tooLong', max: Number(issue.maximum), length }
    return { key: 'control', max: 0, length }
  }
  return { siteName: of('siteName'), organisation: of('organisation') }
}
