import { dayOf, type Zone } from '@shared/zone'

/** Hands a text to the browser as a file to save. */
export function saveText(text: string, fileName: string, type: string): void {
  saveBlob(new Blob([text], { type }), fileName)
}

/** Hands bytes to the browser as a file to save. Nothing leaves the computer: the address is a Blob of this page. */
export function saveBlob(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // Chromium reads the Blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** Media type of a table as text (RFC 7111). */
export const CSV_TYPE = 'text/csv;charset=utf-8'

/** Media type of a PEM file with certificates (RFC 8555 §9.1). */
export const PEM_TYPE = 'application/pem-certificate-chain'

/** A file name without characters that one of the systems refuses. */
export function safeFileName(name: string): string {
  return name.replace(/[\p{Cc}<>:"/\\|?*]+/gu, '_').trim()
}

/** What a table is called that is saved at a moment, `Sessions-2026-03-29.csv`: its day is that of the zone's clocks. */
export function tableFileName(title: string, zone: Zone, at: number): string {
  return `${safeFileName(title)}-${dayOf(zone, at)}.csv`
}
