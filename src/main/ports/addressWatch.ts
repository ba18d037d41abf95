import { type Interfaces, reachableAddresses } from '../reachable'

/** Tells when this computer is reached by other addresses than before: cables are pulled, and routers give new ones. */
export function watchAddresses(options: {
  readonly bind: string
  readonly interfaces: () => Interfaces
  readonly everyMs: number
  readonly onChange: () => void
}): { look(): void; stop(): void } {
  const now = () => reachableAddresses(options.bind, options.interfaces()).toSorted().join()
  let before = now()
  const look = () => {
    const found = now()
    if (found === before) return
    before = found
    options.onChange()
  }
  const timer = setInterval(look, options.everyMs)
  timer.unref()
  return { look, stop: () => clearInterval(timer) }
}
