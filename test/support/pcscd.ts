import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { environment, VIRTUAL_READER_DRIVER } from './environment'
import { freePort } from './freePort'

/** A smart-card service of the test's own, with virtual readers that a VirtualCard is laid on. */
export interface TestPcscd {
  /** What a program needs in its environment to talk to this service and to no other. */
  readonly env: { readonly PCSCLITE_CSOCK_NAME: string }
  /** TCP port of the first virtual reader; the second has the next one. */
  readonly port: number
  /** Starts it, and again after it was killed. Waits until its socket is there. */
  start(): Promise<void>
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>
  /** Holds it still, with its sockets open. */
  freeze(): void
  thaw(): void
  /** Ends it and removes its folder. */
  close(): Promise<void>
}

const SERVICE_FOLDER = '/run/pcscd'

/**
 * A real pcscd that is not running yet. Its folder of sockets is a fixed one, so each gets its own view of the file
 * system, where a folder of the test lies in that place: nothing else on the machine sees it or is disturbed.
 */
export async function preparePcscd(): Promise<TestPcscd> {
  const { pcscd } = environment
  if (pcscd === null) throw new Error('There is no pcscd; the test should have been skipped')
  const folder = mkdtempSync(path.join(tmpdir(), 'chargehand-pcscd-'))
  const sockets = path.join(folder, 'run')
  const configuration = path.join(folder, 'conf')
  mkdirSync(sockets)
  mkdirSync(configuration)
  mkdirSync(SERVICE_FOLDER, { recursive: true })
  const port = await freePort(2)
  const channel = `0x${port.toString(16)}`
  writeFileSync(
    path.join(configuration, 'virtual'),
    `FRIENDLYNAME "Virtual PCD"\nDEVICENAME /dev/null:${channel}\nLIBPATH ${VIRTUAL_READER_DRIVER}\nCHANNELID ${channel}\n`,
  )
  const socket = path.join(sockets, 'pcscd.comm')
  let running: ChildProcess | null = null

  const kill = async () => {
    if (running === null) return
    const gone = once(running, 'exit')
    running.kill('SIGKILL')
    await gone
    running = null
  }
  return {
    env: { PCSCLITE_CSOCK_NAME: socket },
    port,
    async start() {
      rmSync(socket, { force: true })
      rmSync(path.join(sockets, 'pcscd.pid'), { force: true })
      const script = `mount --bind "$1" ${SERVICE_FOLDER} && exec "$2" --foreground --config "$3"`
      const words = ['--mount', 'sh', '-c', script, 'sh', sockets, pcscd, configuration]
      const begun = spawn('unshare', words, { stdio: 'ignore' })
      running = begun
      while (!existsSync(socket)) {
        if (begun.exitCode !== null) throw new Error(`pcscd ended with ${begun.exitCode}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    kill,
    freeze: () => void running?.kill('SIGSTOP'),
    thaw: () => void running?.kill('SIGCONT'),
    async close() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
