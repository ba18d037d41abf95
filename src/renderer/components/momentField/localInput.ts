const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/

/** A time (ms) as a `datetime-local` field wants it, in this computer's time zone; empty for null. */
export function toLocalInput(time: number | null): string {
  if (time === null) return ''
  const at = new Date(time)
  const two = (part: number) => String(part).padStart(2, '0')
  const year = String(at.getFullYear()).padStart(4, '0')
  const minute = `${year}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
  // Seconds are kept where there are some, so that an untouched field saves what it was given.
  const rest = at.getSeconds() * 1000 + at.getMilliseconds()
  if (rest === 0) return minute
  return `${minute}:${two(at.getSeconds())}${rest % 1000 === 0 ? '' : `.${String(rest % 1000).padStart(3, '0')}`}`
}

/** The time (ms) in a `datetime-local` field; null when it is empty, undefined when it is no time. */
export function fromLocalInput(text: string): number | null | undefined {
  if (text === '') return null
  if (!SHAPE.test(text)) return undefined
  const time = new Date(text).getTime()
  return Number.isNaN(time) ? undefined : time
}
