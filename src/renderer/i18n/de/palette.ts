import type { Translation } from '@shared/words/translation'
import type { palette as EnglishPalette } from '../en/palette'

export const palette: Translation<typeof EnglishPalette> = {
  title: 'Gehe zu',
  label: 'Wohin oder was suchen',
  placeholder: 'Seite, Ladestation, Karte, Inhaber, Ladevorgang, Anforderung oder Einstellung',
  results: 'Was gefunden wurde',
  parts: {
    pages: 'Seiten',
    places: 'Tun und einstellen',
    stations: 'Stationen',
    requests: 'Wartende Zertifikatsanforderungen',
    cards: 'Karten',
    sessions: 'Ladevorgänge',
    devices: 'Geräte',
  },
  count_one: 'Ein Ort gefunden',
  count_other: '{{count}} Orte gefunden',
  searching: 'Wird gesucht …',
  nothing:
    'Nichts gefunden. Karten finden sich nach Nummer, Inhaber, Bezeichnung, Gruppe und Stichwort, Ladevorgänge nach Ladestation und Karte.',
}
