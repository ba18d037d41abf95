import type { errors as EnglishErrors } from '../en/errors'
import type { Translation } from '../translation'

export const errors: Translation<typeof EnglishErrors> = {
  UNKNOWN_STATION: 'Eine Station mit dieser Nummer gibt es nicht mehr. Öffnen Sie die Liste der Stationen neu.',
  UNKNOWN_CARD: 'Eine Karte mit dieser Nummer gibt es nicht mehr. Öffnen Sie die Liste der Karten neu.',
  UNKNOWN_REQUEST:
    'Eine Zertifikatsanforderung mit dieser Nummer gibt es nicht mehr. Öffnen Sie das Anforderungspult neu.',
  UNKNOWN_CERTIFICATE: 'Ein Zertifikat mit dieser Nummer gibt es nicht. Öffnen Sie die Liste der Zertifikate neu.',
  UNKNOWN_RULE: 'Eine Regel mit dieser Nummer gibt es nicht mehr. Öffnen Sie die Regeln des Anforderungspults neu.',
  UNKNOWN_APPROVER: 'Eine zweite Person mit dieser Nummer gibt es nicht mehr. Öffnen Sie die Einstellungen neu.',
  UNKNOWN_SESSION: 'Einen Ladevorgang mit dieser Nummer gibt es nicht. Öffnen Sie die Liste der Ladevorgänge neu.',
  UNKNOWN_COMMAND: 'Einen Befehl mit dieser Nummer gibt es nicht mehr. Öffnen Sie die Liste der Befehle neu.',
  UNKNOWN_FILE: 'Eine Datei mit dieser Nummer gibt es nicht mehr. Öffnen Sie die Liste der Dateien neu.',
  UNKNOWN_UPLOAD:
    'Diese Datei wird nicht mehr hinzugefügt: Es wurde abgebrochen, oder das Programm wurde neu gestartet. Fügen Sie sie noch einmal hinzu.',
  UNKNOWN_DEVICE: 'Ein Gerät mit dieser Nummer gibt es nicht. Öffnen Sie die Liste der Geräte neu.',
  UNKNOWN_TOKEN: 'Ein Token mit dieser Nummer gibt es nicht. Öffnen Sie die Liste der Token neu.',
  UNKNOWN_OPERATOR: 'Einen Bediener mit dieser Nummer gibt es nicht mehr. Öffnen Sie die Einstellungen neu.',
  SIGN_IN_FIRST: 'Die Konsole ist gesperrt. Zuerst muss sich jemand anmelden.',
  OPERATORS_ONLY: 'Das kann nur ein Bediener. Betrachter sehen nur zu.',
  OFFICERS_ONLY: 'Das entscheidet nur ein Zertifikatsbeauftragter oder ein Administrator.',
  ADMINISTRATORS_ONLY: 'Das kann nur ein Administrator.',
  FILE_LOST:
    'Die Datei {{name}} steht in der Liste, fehlt aber im Datenordner. Spielen Sie eine Sicherung zurück, oder entfernen Sie die Datei hier.',
  NOT_SET_UP: 'Der Standort ist noch nicht eingerichtet. Öffnen Sie die Konsole, und geben Sie ihm zuerst einen Namen.',
  ALREADY_SET_UP: 'Der Standort ist schon eingerichtet. Laden Sie die Konsole neu, um ihn zu sehen.',
  DATABASE_TOO_NEW:
    'Der Datenordner wurde von einem neueren Chargehand geschrieben (Datenversion {{found}}, dieses Programm kennt {{known}}). Starten Sie das neuere Programm, oder wählen Sie mit --data einen anderen Ordner.',
  DATABASE_IN_USE:
    'Ein anderes Chargehand benutzt den Datenordner {{folder}}. Beenden Sie es zuerst, oder wählen Sie mit --data einen anderen Ordner.',
  DATABASE_UNREADABLE:
    'Die Datenbank {{file}} ist nicht lesbar ({{reason}}). Spielen Sie eine Sicherung zurück, oder wählen Sie mit --data einen anderen Ordner.',
  DATA_FOLDER_UNWRITABLE:
    'Chargehand kann nicht in den Ordner {{folder}} schreiben: {{reason}}. {{remedy}}, oder wählen Sie mit --data einen anderen Ordner.',
  STORE_WRITE_FAILED:
    'Die Daten konnten nicht auf die Platte geschrieben werden ({{reason}}). Nichts wurde bestätigt. Prüfen Sie den freien Platz und die Rechte des Datenordners.',
  STORE_CLOSED: 'Das Programm wird gerade beendet, deshalb wird nichts mehr geschrieben.',
  LIVE_LOG_UNAVAILABLE:
    'Das Protokoll der Nachrichten ist im Moment nicht lesbar ({{reason}}). Die Ladestationen werden trotzdem bedient; es wird von selbst noch einmal versucht.',
  KEY_STORE_LOCKED:
    'Die privaten Schlüssel dieses Standorts sind durch {{wanted}} geschützt; das steht hier nicht zur Verfügung. {{remedy}}',
  KEY_STORE_DAMAGED:
    'Ein privater Schlüssel dieses Standorts lässt sich nicht entschlüsseln: Schlüsseldatei oder Passphrase gehören nicht zu dieser Datenbank. Legen Sie die Datei „{{file}}“ zurück, die zu ihr gehört, oder starten Sie mit der richtigen Passphrase.',
  ROOT_KEY_AWAY:
    'Dafür wird der private Schlüssel der Wurzel-CA gebraucht, der nicht auf diesem Computer liegt. Wählen Sie die Datei, in der er ausgelagert wurde, und geben Sie ihre Passphrase ein.',
  NO_BACKUP: 'Diese Datei ist keine Sicherung von Chargehand. Wählen Sie eine, die Chargehand erstellt hat.',
  BACKUP_UNREADABLE: 'Die Sicherung {{file}} ist nicht lesbar ({{reason}}). Nichts wurde geändert.',
  BACKUP_PASSPHRASE_WRONG:
    'Die Passphrase öffnet diese Sicherung nicht. Nichts wurde geändert. Versuchen Sie es mit der Passphrase, mit der sie erstellt wurde.',
  BACKUP_DAMAGED:
    'Diese Sicherung ist beschädigt: {{reason}}. Nichts wurde geändert. Nehmen Sie eine andere Kopie von ihr oder eine ältere Sicherung.',
  BACKUP_CUT_OFF:
    'Diese Sicherung ist abgeschnitten: Ihr Ende fehlt. Nichts wurde geändert. Kopieren Sie sie noch einmal, oder nehmen Sie eine ältere Sicherung.',
  BACKUP_TOO_NEW:
    'Diese Sicherung stammt von einem neueren Chargehand ({{found}}, dieses Programm kennt {{known}}). Nichts wurde geändert. Installieren Sie das neuere Programm, und stellen Sie sie dort wieder her.',
  BACKUP_FAILED:
    'Die Sicherung konnte nicht erstellt werden ({{reason}}). Nichts blieb zurück, und der Standort läuft weiter. Prüfen Sie den freien Platz und die Rechte des Ordners.',
  BACKUP_BUSY: 'In diesem Moment wird eine Sicherung erstellt oder erprobt. Versuchen Sie es danach noch einmal.',
  RESTORE_NOT_EMPTY:
    'Der Datenordner {{folder}} enthält schon einen Standort; an ihm wurde nichts geändert. Stellen Sie mit --data in einen leeren Ordner wieder her.',
  RESTORE_FAILED:
    'Die Sicherung konnte nicht in {{folder}} entpackt werden ({{reason}}). Nichts wurde geändert. Prüfen Sie den freien Platz und die Rechte des Ordners.',
  PORT_IN_USE:
    'Port {{port}} auf {{address}} wird schon von einem anderen Programm benutzt. Beenden Sie dieses Programm, oder wählen Sie mit {{option}} einen anderen Port.',
  ADDRESS_NOT_AVAILABLE:
    'Dieser Computer hat keine Netzwerkadresse {{address}}. Wählen Sie mit --bind eine, die er hat, oder 0.0.0.0 für alle.',
  PORT_FORBIDDEN: 'Dieses Konto darf Port {{port}} nicht öffnen. Wählen Sie mit {{option}} einen Port über 1023.',
  BAD_OPTION: '{{option}}: {{problem}} Siehe --help.',
  START_FAILED:
    'Chargehand konnte nicht starten: {{reason}}. Nichts läuft. Wenn im Datenordner ein Protokoll liegt, sagen seine letzten Zeilen mehr.',
  INTERNAL: 'In Chargehand ist etwas schiefgegangen. Das Protokoll im Datenordner sagt mehr; der Server läuft weiter.',
}
