/** An answer to the parent process, or the sentence of what went wrong. */
export type Answered<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly problem: string }

/**
 * Answers the parent's requests one after the other over the IPC channel, and ends this process when the parent lets
 * go of it or dies.
 * @param leave closes what is open before the end
 */
export function serveParent<Request, Answer>(
  answer: (request: Request) => Answer | Promise<Answer>,
  leave: () => Promise<void> | void = () => {},
): void {
  let last: Promise<void> = Promise.resolve()
  process.on('message', (request: Request) => {
    last = last.then(async () => {
      try {
        tellParent<Answered<Answer>>({ ok: true, answer: await answer(request) })
      } catch (error) {
        tellParent<Answered<Answer>>({ ok: false, problem: error instanceof Error ? error.message : String(error) })
      }
    })
  })
  process.on('disconnect', async () => {
    await leave()
    process.exit(0)
  })
}

/** Sends one message to the parent process. */
export function tellParent<Message>(message: Message): void {
  process.send?.(message)
}
