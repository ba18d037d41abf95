import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'

/** Whether the machine has OpenSSL, the program that gives a second opinion on what the authority makes. */
export const opensslInstalled = spawnSync('openssl', ['version']).status === 0
if (!opensslInstalled) console.warn('SKIPPED: no openssl on this machine, so no other program has checked our PKI.')

/** Runs openssl; both outputs together, and whether it was content. */
export function openssl(...args: string[]): { ok: boolean; output: string } {
  const { status, stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8' })
  return { ok: status === 0, output: stdout + stderr }
}

/** The same while this process goes on, such as with a server that openssl asks. */
export async function opensslAside(...args: string[]): Promise<{ ok: boolean; output: string }> {
  const child = spawn('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const [status] = await once(child, 'close')
  return { ok: status === 0, output }
}
