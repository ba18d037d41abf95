import type { transfers as EnglishTransfers } from '../en/transfers'
import type { Translation } from '../translation'

export const transfers: Translation<typeof EnglishTransfers> = {
  received: '{{name}} ist hier angekommen ({{size}} Bytes)',
  fetched: 'Die Station hat die ganze Datei von hier abgeholt',
  failed: {
    empty: 'Die Station hat eine leere Datei geschickt; sie wurde nicht behalten',
    'too-large': 'Die Station hat eine größere Datei geschickt als erlaubt; sie wurde nicht behalten',
    'no-room': 'Auf der Platte dieses Computers ist kein Platz für die Datei; sie wurde nicht behalten',
    'broken-off':
      'Die Datei brach vor ihrem Ende ab; sie wurde nicht behalten, und die Station darf sie noch einmal schicken',
    'not-stored':
      'Die Datei konnte nicht auf die Platte dieses Computers geschrieben werden; die Station darf sie noch einmal schicken',
  },
}
