import type { Answer } from './link/conversation'

/** An answer to a command, and what follows once it is on its way. */
export interface Reply<R extends object> {
  readonly payload: R
  readonly afterwards?: (() => void) | undefined
}

/** Carries out one command whose payload has passed its schema. */
export type Handler<Request, Response extends object> = (request: Request) => Reply<Response> | Promise<Reply<Response>>

/** The handlers of some of a version's commands; `C` maps each action to its request and response. */
export type Handlers<C extends { readonly [A in keyof C]: readonly [object, object] }, A extends keyof C> = {
  readonly [K in A]: Handler<C[K][0], C[K][1]>
}

/** Answers a command from a table; one that is not in it is known to the version but not to this charger. */
export async function answerFrom(table: object, action: string, payload: object): Promise<Answer> {
  if (!Object.hasOwn(table, action)) {
    return { kind: 'refusal', refusal: 'unsupported-action', description: `${action} is not supported` }
  }
  // The name is a key and the payload has passed the schema of that name, which the compiler can't see.
  const handle = (table as Readonly<Record<string, Handler<object, object>>>)[action] as Handler<object, object>
  const { payload: answer, afterwards } = await handle(payload)
  return { kind: 'answer', payload: answer, ...(afterwards ? { afterwards } : {}) }
}
