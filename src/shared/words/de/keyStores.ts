import type { keyStores as EnglishKeyStores } from '../en/keyStores'
import type { Translation } from '../translation'

export const keyStores: Translation<typeof EnglishKeyStores> = {
  system: {
    wanted: 'den Passwortspeicher dieses Rechners',
    remedy:
      'Starten Sie das Desktop-Programm mit dem Konto, das diesen Standort eingerichtet hat, und entsperren Sie dessen Passwortspeicher.',
  },
  'key-file': {
    wanted: 'eine Schlüsseldatei',
    remedy: 'Starten Sie ohne Passphrase, mit dem Datenordner, der die Schlüsseldatei enthält.',
  },
  passphrase: {
    wanted: 'eine Passphrase',
    remedy: 'Starten Sie mit --passphrase-file oder mit der Passphrase in CHARGEHAND_PASSPHRASE.',
  },
  readableKeyFile: {
    wanted: 'die Schlüsseldatei „{{file}}“, die auch andere Konten dieses Rechners lesen können,',
    remedy: 'Machen Sie sie nur für dieses Konto lesbar (chmod 600), auf einem Dateisystem, das Besitzer kennt.',
  },
}
