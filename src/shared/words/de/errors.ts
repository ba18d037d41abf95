import type { errors as EnglishErrors } from '../en/errors'
import type { Translation } from '../translation'

export const errors: Translation<typeof EnglishErrors> = {
  UNKNOWN_STATION: 'Es gibt keine Station mit dieser Nummer mehr. Öffnen Sie die Liste der Stationen erneut.',
  UNKNOWN_CARD: 'Es gibt keine Karte mit dieser Nummer mehr. Öffnen Sie die Liste der Karten erneut.',
  UNKNOWN_REQUEST:
    'Es gibt keine Zertifikatsanforderung mit dieser Nummer mehr. Öffnen Sie das Anforderungspult erneut.',
  UNKNOWN_CERTIFICATE: 'Es gibt kein Zertifikat mit dieser Nummer. Öffnen Sie die Liste der Zertifikate erneut.',
  UNKNOWN_RULE: 'Es gibt keine Regel mit dieser Nummer mehr. Öffnen Sie die Regeln des Anforderungspults erneut.',
  UNKNOWN_APPROVER: 'Es gibt keine zweite Person mit dieser Nummer mehr. Öffnen Sie die Einstellungen erneut.',
  UNKNOWN_SESSION: 'Es gibt keinen Ladevorgang mit dieser Nummer. Öffnen Sie die Liste der Ladevorgänge erneut.',
  UNKNOWN_COMMAND: 'Es gibt keinen Befehl mit dieser Nummer mehr. Öffnen Sie die Liste der Befehle erneut.',
  UNKNOWN_FILE: 'Es gibt keine Datei mit dieser Nummer mehr. Öffnen Sie die Liste der Dateien erneut.',
  UNKNOWN_UPLOAD:
    'Diese Datei wird nicht mehr hinzugefügt: Das Hinzufügen wurde aufgegeben, oder das Programm wurde neu gestartet. Fügen Sie sie noch einmal hinzu.',
  UNKNOWN_DEVICE: 'Es gibt kein Gerät mit dieser Nummer. Öffnen Sie die Liste der Geräte erneut.',
  UNKNOWN_TOKEN: 'Es gibt kein Token mit dieser Nummer. Öffnen Sie die Liste der Token erneut.',
  UNKNOWN_OPERATOR: 'Es gibt keinen Bediener mit dieser Nummer mehr. Öffnen Sie die Einstellungen erneut.',
  SIGN_IN_FIRST: 'Die Konsole ist gesperrt. Zuerst muss sich jemand anmelden.',
  OPERATORS_ONLY: 'Das kann nur ein Bediener. Betrachter sehen nur zu.',
  OFFICERS_ONLY: 'Das kann nur ein Zertifikatsbeauftragter oder ein Administrator entscheiden.',
  ADMINISTRATORS_ONLY: 'Das kann nur ein Administrator.',
  FILE_LOST:
    'Die Datei {{name}} steht in der Liste, fehlt aber im Datenordner. Spielen Sie eine Sicherung zurück, oder entfernen Sie sie hier.',
  NOT_SET_UP: 'Der Standort ist noch nicht eingerichtet. Öffnen Sie die Konsole und geben Sie ihm zuerst einen Namen.',
  ALREADY_SET_UP: 'Der Standort ist schon eingerichtet. Laden Sie die Konsole neu, um ihn zu sehen.',
  DATABASE_TOO_NEW:
    'Den Datenordner hat ein neueres Chargehand geschrieben (Datenversion {{found}}, dieses Programm kennt {{known}}). Starten Sie das neuere Programm, oder wählen Sie mit --data einen anderen Ordner.',
  DATABASE_IN_USE:
    'Ein anderes Chargehand benutzt den Datenordner {{folder}}. Schließen Sie es zuerst, oder wählen Sie mit --data einen anderen Ordner.',
  DATABASE_UNREADABLE:
    'Die Datenbank {{file}} lässt sich nicht lesen ({{reason}}). Spielen Sie eine Sicherung zurück, oder wählen Sie mit --data einen anderen Ordner.',
  DATA_FOLDER_UNWRITABLE:
    'Chargehand kann nicht in den Ordner {{folder}} schreiben: {{reason}}. {{remedy}}, oder wählen Sie mit --data einen anderen Ordner.',
  STORE_WRITE_FAILED:
    'Die Daten konnten nicht auf die Platte geschrieben werden ({{reason}}). Nichts wurde bestätigt. Prüfen Sie den freien Platz und die Rechte des Datenordners.',
  STORE_CLOSED: 'Das Programm wird beendet, deshalb wird nichts mehr geschrieben.',
  LIVE_LOG_UNAVAILABLE:
    'Das Protokoll der Nachrichten lässt sich zurzeit nicht lesen ({{reason}}). Die Ladestationen werden trotzdem bedient; es wird von selbst wieder versucht.',
  KEY_STORE_LOCKED:
    'Die privaten Schlüssel dieses Standorts sind durch {{wanted}} geschützt, und das steht hier nicht zur Verfügung. {{remedy}}',
  KEY_STORE_DAMAGED:
    'Ein privater Schlüssel dieses Standorts lässt sich nicht entschlüsseln: Die Schlüsseldatei oder die Passphrase gehört nicht zu dieser Datenbank. Legen Sie die zugehörige Datei „{{file}}“ zurück, oder starten Sie mit der richtigen Passphrase.',
  ROOT_KEY_AWAY:
    'Dafür ist der private Schlüssel der Wurzel nötig, der nicht auf diesem Rechner ist. Wählen Sie die Datei, in die er ausgelagert wurde, und geben Sie ihre Passphrase ein.',
  NO_BACKUP: 'Diese Datei ist keine Sicherung von Chargehand. Wählen Sie eine, die Chargehand gemacht hat.',
  BACKUP_UNREADABLE: 'Die Sicherung {{file}} lässt sich nicht lesen ({{reason}}). Es wurde nichts geändert.',
  BACKUP_PASSPHRASE_WRONG:
    'Die Passphrase öffnet diese Sicherung nicht. Es wurde nichts geändert. Versuchen Sie es mit der Passphrase, mit der sie gemacht wurde.',
  BACKUP_DAMAGED:
    'Diese Sicherung ist beschädigt: {{reason}}. Es wurde nichts geändert. Nehmen Sie eine andere Kopie davon oder eine ältere Sicherung.',
  BACKUP_CUT_OFF:
    'Diese Sicherung ist abgeschnitten: Ihr Ende fehlt. Es wurde nichts geändert. Kopieren Sie sie noch einmal, oder nehmen Sie eine ältere.',
  BACKUP_TOO_NEW:
    'Diese Sicherung hat ein neueres Chargehand gemacht ({{found}}, dieses Programm kennt {{known}}). Es wurde nichts geändert. Installieren Sie das neuere Programm und stellen Sie sie dort wieder her.',
  BACKUP_FAILED:
    'Die Sicherung konnte nicht gemacht werden ({{reason}}). Es blieb nichts zurück, und der Standort läuft weiter. Prüfen Sie den freien Platz und die Rechte des Ordners.',
  BACKUP_BUSY: 'Gerade wird eine Sicherung gemacht oder geprobt. Versuchen Sie es wieder, wenn das fertig ist.',
  RESTORE_NOT_EMPTY:
    'Der Datenordner {{folder}} enthält schon einen Standort, und nichts daran wurde geändert. Stellen Sie mit --data in einem leeren Ordner wieder her.',
  RESTORE_FAILED:
    'Die Sicherung konnte in {{folder}} nicht ausgepackt werden ({{reason}}). Es wurde nichts geändert. Prüfen Sie den freien Platz und die Rechte des Ordners.',
  PORT_IN_USE:
    'Port {{port}} auf {{address}} benutzt schon ein anderes Programm. Schließen Sie dieses Programm, oder wählen Sie mit {{option}} einen anderen Port.',
  ADDRESS_NOT_AVAILABLE:
    'Dieser Rechner hat keine Netzadresse {{address}}. Wählen Sie mit --bind eine, die er hat, oder 0.0.0.0 für alle.',
  PORT_FORBIDDEN: 'Dieses Konto darf Port {{port}} nicht öffnen. Wählen Sie mit {{option}} einen Port über 1023.',
  BAD_OPTION: '{{option}}: {{problem}} Siehe --help.',
  START_FAILED:
    'Chargehand konnte nicht starten: {{reason}}. Es läuft nichts. Gibt es im Datenordner ein Protokoll, sagen seine letzten Zeilen mehr.',
  INTERNAL: 'In Chargehand ist etwas schiefgegangen. Das Protokoll im Datenordner sagt mehr; der Server läuft weiter.',
}
