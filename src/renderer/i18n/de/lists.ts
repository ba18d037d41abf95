import type { Translation } from '@shared/words/translation'
import type { lists as EnglishLists } from '../en/lists'

export const lists: Translation<typeof EnglishLists> = {
  rows_one: 'Eine Zeile',
  rows_other: '{{rows}} Zeilen',
  pages: { before: 'Zeilen davor', next: 'Nächste Zeilen' },
  columns: {
    title: 'Spalten',
    reset: 'Übliche Spalten zeigen',
  },
  filters: {
    title: 'Gespeicherte Filter',
    none: 'Noch ist kein Filter gespeichert. Schränken Sie die Liste ein und geben Sie dem Filter hier einen Namen.',
    howToSave: 'Die Liste zeigt alles. Schränken Sie sie ein, um einen weiteren Filter zu speichern.',
    howToChange: 'Ändern Sie den Filter, um ihn unter einem anderen Namen zu speichern.',
    name: 'Name dieses Filters',
    save: 'Filter speichern',
    replaces: 'Der Filter dieses Namens wird ersetzt.',
    rename: 'Umbenennen',
    renameOne: 'Filter {{name}} umbenennen',
    newName: 'Neuer Name',
    taken: 'Ein anderer Filter heißt schon so.',
    forgetOne: 'Filter {{name}} entfernen',
    forgotten: 'Filter {{name}} entfernt',
  },
}
