import type { backup as EnglishBackup } from '../en/backup'
import type { Translation } from '../translation'

export const backup: Translation<typeof EnglishBackup> = {
  format: 'Sicherungsformat {{version}}',
  data: 'Datenversion {{version}}',
  damaged: {
    header: 'ihr Anfang ist nicht mehr, wie er geschrieben wurde',
    content: 'ihr Inhalt ist nicht mehr, wie er geschrieben wurde',
    order: 'ihre Teile passen nicht zusammen',
    database: 'ihre Datenbank besteht die eigene Prüfung von SQLite nicht: {{detail}}',
    keys: 'ein privater Schlüssel darin lässt sich nicht öffnen',
  },
  restored:
    'Der Standort „{{site}}“ ist mit dem Stand {{at}} in {{folder}} wiederhergestellt. Starten Sie Chargehand, um ihn zu betreiben.',
  opens:
    'Diese Sicherung von „{{site}}“, Stand {{at}}, lässt sich öffnen und ist vollständig: {{stations}} Stationen, {{cards}} Karten, {{sessions}} Ladevorgänge, {{files}} Dateien, {{keys}} private Schlüssel.',
  noRoom: 'sie braucht {{needed}} MB in {{folder}}, und {{free}} MB sind frei',
  notAbsolute: 'es ist kein vollständiger Pfad',
  notAFolder: 'es ist kein Ordner',
  noSuchFolder: 'diesen Ordner gibt es auf diesem Rechner nicht',
  notWritable: 'das Konto, unter dem Chargehand läuft, darf dort nicht schreiben',
  noSuchFile: 'diese Datei gibt es nicht',
  ask: 'Passphrase der Sicherung: ',
}
