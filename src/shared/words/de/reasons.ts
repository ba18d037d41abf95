import type { reasons as EnglishReasons } from '../en/reasons'
import type { Translation } from '../translation'

export const reasons: Translation<typeof EnglishReasons> = {
  unwritable: {
    full: { reason: 'die Platte ist voll', remedy: 'Schaffen Sie Platz' },
    rights: {
      reason: 'dieses Konto darf dort nicht schreiben',
      remedy: 'Geben Sie diesem Konto das Recht, dort zu schreiben',
    },
    readOnly: { reason: 'er lässt sich nur lesen', remedy: 'Machen Sie die Platte oder die Datei beschreibbar' },
    failing: { reason: 'das System verweigert es ({{detail}})', remedy: 'Prüfen Sie die Platte' },
  },
  foreignDatabase: 'sie gehört einem anderen Programm',
  authorityEnded:
    'Das Zertifikat der ausstellenden CA ist abgelaufen, deshalb kann dieser Standort keine Serverzertifikate ausstellen.',
  log: { closed: 'es ist geschlossen', off: 'es ist ausgeschaltet', ended: 'es ist beendet' },
  notInterpreted: 'es ließ sich nicht ins Ladebuch eintragen',
}
