import { spawnSync } from 'node:child_process'

/** Whether the machine has OpenSSL, the program that gives a second opinion on what the authority makes. */
export const opensslInstalled = spawnSync('openssl', ['version']).status === 0
if (!opensslInstalled) console.warn('SKIPPED: no openssl on this machine, so no other program has checked our PKI.')

/** Runs openssl; both outputs together, and whether it was content. */
export function openssl(...args: string[]): { ok: boolean; output: string } {
  const { status, stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8' })
  return { ok: status === 0, output: stdout + stderr }
}
