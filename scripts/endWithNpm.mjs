/** How often is looked whether npm is still there, in milliseconds. */
const LOOK_MS = 500

/**
 * A signal to npm reaches its shell only, which dies and would leave this process behind, with the ports and the data
 * folder taken, or as a charger that nobody runs. So when the parent is gone, end as if the signal had come here.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, LOOK_MS).unref()
}
