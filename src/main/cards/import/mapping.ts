import type { ImportField, ImportMapping } from '@shared/contract/cardImport'

/** What columns are called in the tables of others, in lower case without spaces and signs. */
const NAMES: Readonly<Record<ImportField, readonly string[]>> = {
  number: [
    'number',
    'cardnumber',
    'card',
    'uid',
    'idtag',
    'idtoken',
    'tag',
    'rfid',
    'token',
    'karte',
    'kartennummer',
    'nummer',
  ],
  type: ['type', 'tokentype', 'cardtype', 'typ'],
  holder: ['holder', 'name', 'owner', 'user', 'driver', 'employee', 'person', 'inhaber', 'fahrer'],
  label: ['label', 'note', 'description', 'comment', 'visualnumber', 'printednumber', 'bezeichnung', 'notiz'],
  tags: ['tags', 'flat', 'company', 'department', 'costcentre', 'costcenter', 'firma', 'wohnung', 'abteilung'],
  group: ['group', 'parentidtag', 'groupid', 'gruppe'],
  validFrom: ['validfrom', 'from', 'start', 'startdate', 'gültigab', 'gueltigab'],
  validUntil: ['validuntil', 'until', 'expiry', 'expirydate', 'end', 'enddate', 'validto', 'gültigbis', 'gueltigbis'],
  blocked: ['blocked', 'disabled', 'gesperrt'],
  language: ['language', 'sprache'],
  message: ['message', 'personalmessage', 'nachricht'],
}

/** Which column seems to hold what, by the names of the columns; each is taken once. */
export function proposeMapping(columns: readonly string[]): ImportMapping {
  const plain = columns.map((name) => name.toLowerCase().replace(/[^\p{L}\d]/gu, ''))
  const taken = new Set<number>()
  const mapping: ImportMapping = {}
  for (const [field, names] of Object.entries(NAMES) as [ImportField, readonly string[]][]) {
    const column = names
      .map((name) => plain.findIndex((each, at) => each === name && !taken.has(at)))
      .find((at) => at >= 0)
    if (column === undefined) continue
    taken.add(column)
    mapping[field] = column
  }
  return mapping
}
