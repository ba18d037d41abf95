import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Resident memory of a process in MiB, as the system counts it; null where it does not tell. */
export function residentMiB(pid: number | undefined): number | null {
  if (pid === undefined) return null
  const kib = process.platform === 'linux' ? fromProc(pid) : fromPs(pid)
  return kib === null ? null : kib / 1_024
}

function fromProc(pid: number): number | null {
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return found ? Number(found[1]) : null
}

function fromPs(pid: number): number | null {
  if (process.platform === 'win32') return null
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  const kib = Number.parseInt(stdout, 10)
  return Number.isFinite(kib) ? kib : null
}
