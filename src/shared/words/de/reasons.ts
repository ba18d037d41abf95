import type { reasons as EnglishReasons } from '../en/reasons'
import type { Translation } from '../translation'

export const reasons: Translation<typeof EnglishReasons> = {
  unwritable: {
    full: { reason: 'die Platte ist voll', remedy: 'Schaffen Sie freien Platz' },
    rights: { reason: 'dieses Konto darf dort nicht schreiben', remedy: 'Geben Sie diesem Konto das Recht dazu' },
    readOnly: { reason: 'er ist nur lesbar', remedy: 'Machen Sie die Platte oder die Datei beschreibbar' },
    failing: { reason: 'das System verweigert es ({{detail}})', remedy: 'Prüfen Sie die Platte' },
  },
  foreignDatabase: 'sie gehört zu einem anderen Programm',
  authorityEnded:
    'Das Zertifikat der ausstellenden CA ist abgelaufen, deshalb kann dieser Standort keine Serverzertifikate ausstellen.',
  log: { closed: 'es ist geschlossen', off: 'es ist ausgeschaltet', ended: 'es hat geendet' },
  notInterpreted: 'es konnte nicht ins Ladebuch eingetragen werden',
}
