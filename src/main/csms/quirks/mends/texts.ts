import type { Mend } from '../mend'

/** Texts that describe and identify nothing: cut short they say less, and nothing wrong. */
const DESCRIBING = new Set([
  'vendorName',
  'model',
  'chargePointVendor',
  'chargePointModel',
  'firmwareVersion',
  'meterType',
  'info',
  'vendorErrorCode',
  'techInfo',
  'techCode',
  'reasonCode',
  'additionalInfo',
  'iccid',
  'imsi',
])
/** Cut short they would name another device; a station may leave them out. */
const IDENTIFYING = new Set(['serialNumber', 'chargePointSerialNumber', 'chargeBoxSerialNumber', 'meterSerialNumber'])

/** A descriptive text that is longer than the specification allows. Card numbers and the like are never cut. */
export const longText: Mend = {
  quirk: 'long-text',
  mend({ error, holder, value }) {
    if (error.keyword !== 'maxLength' || !holder || typeof value !== 'string') return false
    if (IDENTIFYING.has(holder.key)) return Reflect.deleteProperty(holder.object, holder.key)
    if (!DESCRIBING.has(holder.key)) return false
    holder.object[holder.key] = value.slice(0, Number(error.params.limit))
    return true
  },
}

/** A time without its zone, as real 1.6 stations send it: UTC, which the specifications ask for. */
export const timeWithoutZone: Mend = {
  quirk: 'time-without-zone',
  mend({ error, holder, value }) {
    if (error.keyword !== 'format' || error.params.format !== 'date-time') return false
    if (!holder || typeof value !== 'string' || !/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d([.,]\d+)?)?$/.test(value))
      return false
    const [date, time = ''] = value.split(/[Tt ]/)
    const whole = /^\d\d:\d\d$/.test(time) ? `${time}:00` : time.replace(',', '.')
    holder.object[holder.key] = `${date}T${whole}Z`
    return true
  },
}
