import type { Zone } from './zone'

/** A time zone by its IANA name, whatever this computer's is. */
export function namedZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' })
  const offsets = new Map<number, number>()
  const ask = (at: number) => {
    const text = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(text) ?? []
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
  }
  return {
    name,
    offsetAt(at) {
      // No clock was ever changed but at a full quarter of an hour.
      const quarter = Math.floor(at / 900_000)
      let offset = offsets.get(quarter)
      if (offset === undefined) {
        offset = ask(at)
        offsets.set(quarter, offset)
      }
      return offset
    },
  }
}
