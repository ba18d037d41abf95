/** Ending of the files that hold a backup. */
export const BACKUP_ENDING = '.chbackup'

/** What a backup is called: site and time of this computer's clock, in letters that every system and stick takes. */
export function backupName(siteName: string, at: number): string {
  const time = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join('')
  return `${backupPrefix(siteName)}${day}-${clock}${BACKUP_ENDING}`
}

/** How the names of all backups of a site begin. */
export function backupPrefix(siteName: string): string {
  const site = siteName
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return `${site || 'site'}-`
}
