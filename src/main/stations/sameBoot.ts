import type { BootColumns, StationRow } from '../store/queries/stations'

/** Whether a boot says of a station what is known already. */
export function saysTheSame(row: StationRow, boot: BootColumns): boolean {
  return (
    row.booted_at !== null &&
    row.vendor === boot.vendor &&
    row.model === boot.model &&
    row.firmware === boot.firmware &&
    (boot.serialNumber === null || row.serial_number === boot.serialNumber)
  )
}
