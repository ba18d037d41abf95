import type { transfers as EnglishTransfers } from '../en/transfers'
import type { Translation } from '../translation'

export const transfers: Translation<typeof EnglishTransfers> = {
  received: '{{name}} ist hier angekommen ({{size}} Byte)',
  fetched: 'Die Station hat die ganze Datei von hier geholt',
  failed: {
    empty: 'Die Station hat eine leere Datei gesendet; sie wurde nicht aufbewahrt',
    'too-large': 'Die Station hat eine Datei gesendet, die größer ist als erlaubt; sie wurde nicht aufbewahrt',
    'no-room': 'Auf der Platte dieses Rechners ist kein Platz für die Datei; sie wurde nicht aufbewahrt',
    'broken-off':
      'Die Datei brach vor ihrem Ende ab; sie wurde nicht aufbewahrt, und die Station sendet sie vielleicht noch einmal',
    'not-stored':
      'Die Datei konnte nicht auf die Platte dieses Rechners geschrieben werden; die Station sendet sie vielleicht noch einmal',
  },
}
