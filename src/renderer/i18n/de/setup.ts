import type { Translation } from '@shared/words/translation'
import type { setup as EnglishSetup } from '../en/setup'

export const setup: Translation<typeof EnglishSetup> = {
  title: 'Standort einrichten',
  intro:
    'Chargehand wird auf diesem Rechner das Zentralsystem Ihrer Ladestationen und die Zertifizierungsstelle Ihres Standorts. Zum Anfangen braucht es zwei Namen.',
  siteName: 'Name des Standorts',
  siteNameHint: 'Steht auf dieser Seite und in Benachrichtigungen.',
  organisation: 'Name der Organisation',
  organisationHint:
    'Steht in jedem Zertifikat als Organisation (O). Ladestationen behalten ihn jahrelang; nehmen Sie den Namen von Ihrem Briefkopf.',
  errors: {
    empty: 'Geben Sie einen Namen ein.',
    tooLong: 'Höchstens {{max}} Zeichen; dies sind {{length}}.',
    control: 'Nehmen Sie nur Buchstaben, Ziffern, Leerzeichen und Satzzeichen.',
  },
  whatHappens: 'Was als Nächstes geschieht',
  steps: {
    database: 'Im Datenordner dieses Rechners wird eine Datenbank angelegt.',
    authority:
      'Eine Wurzel und eine ausstellende CA werden erstellt; ihre privaten Schlüssel sind verschlüsselt und bleiben hier.',
    listen: 'Der Server nimmt Verbindungen von Ladestationen an. Keine kommt herein, bevor Sie sie zulassen.',
  },
  submit: 'Standort einrichten',
  working: 'Wird eingerichtet …',
  restore: {
    open: 'Aus einer Sicherung wiederherstellen',
    title: 'Aus einer Sicherung wiederherstellen',
    intro:
      'Die Sicherung wird zum Standort dieses Rechners: mit Stationen, Karten, Ladevorgängen, Zertifikaten und Schlüsseln. Betreiben Sie ihn nicht zugleich auf dem alten Rechner.',
    passphrase: 'Passphrase der Sicherung',
    noFile: 'Wählen Sie zuerst die Sicherung.',
    noPassphrase: 'Geben Sie die Passphrase ein, mit der sie gemacht wurde.',
    submit: 'Standort wiederherstellen',
    sending: '{{done}} von {{size}} übernommen',
    checking: 'Sie wird geöffnet und ganz geprüft …',
    back: 'Stattdessen einen neuen Standort einrichten',
    failed: 'Die Sicherung wurde nicht wiederhergestellt',
    stillEmpty: 'Es wurde nichts geändert.',
    noRoom:
      'Im Datenordner ist nicht genug Platz dafür: {{free}} sind frei. Schaffen Sie Platz und versuchen Sie es erneut.',
    broken: 'Die Sicherung ist nicht vollständig angekommen. Versuchen Sie es erneut.',
    ready: 'Der Standort „{{site}}“ ist mit dem Stand {{at}} wiederhergestellt',
    contents: '{{stations}} Stationen, {{cards}} Karten, {{sessions}} Ladevorgänge, {{files}} Dateien.',
    restarts: 'Chargehand startet jetzt neu und öffnet ihn.',
    byHand: 'Schließen Sie Chargehand und starten Sie es wieder, um ihn zu betreiben.',
  },
  failed: 'Der Standort wurde nicht eingerichtet',
  tryAgain: 'Nichts ist verloren: Beheben Sie das Problem und versuchen Sie es erneut.',
}
