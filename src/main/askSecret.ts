import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** The part of a process's standard input that is needed here. */
export type SecretInput = NodeJS.ReadableStream & { readonly isTTY?: boolean }

/**
 * One line from the standard input: asked for with `question` in a terminal, where nothing of it is shown; from a pipe
 * it is just read. Null when the input ends before.
 */
export function askSecret(
  question: string,
  input: SecretInput = process.stdin,
  output: NodeJS.WritableStream = process.stderr,
): Promise<string | null> {
  const terminal = input.isTTY === true
  if (terminal) output.write(question)
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input, output: nowhere, terminal })
  return new Promise((resolve) => {
    let line: string | null = null
    lines.once('line', (text) => {
      line = text
      lines.close()
    })
    lines.once('close', () => {
      if (terminal) output.write('\n')
      resolve(line)
    })
  })
}
