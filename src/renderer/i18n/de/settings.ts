import type { Translation } from '@shared/words/translation'
import type { settings as EnglishSettings } from '../en/settings'

export const settings: Translation<typeof EnglishSettings> = {
  title: 'Einstellungen',
  parts: {
    label: 'Teile der Einstellungen',
    language: 'Sprache',
    reach: 'Ladestationen',
    operators: 'Bediener',
    people: 'Zwei Personen',
    scripts: 'Skripte',
    reports: 'Berichte',
    backup: 'Sicherung',
    updates: 'Aktualisierungen',
    computer: 'Dieser Rechner',
  },
  language: {
    title: 'Sprache',
    means:
      'Auch von Benachrichtigungen, Zahlen und Daten. Jeder wählt für sich: Die Wahl wird auf diesem Rechner gemerkt.',
  },
  desktop: {
    title: 'Dieser Rechner',
    keepAwake: 'Diesen Rechner wach halten, solange Chargehand läuft',
    keepAwakeMeans:
      'Ein schlafender Rechner bedient keine Ladestation: Karten werden nicht erkannt, und Meldungen warten in den Ladestationen. Der Bildschirm darf trotzdem dunkel werden.',
    startAtLogin: 'Chargehand starten, wenn ich mich am Rechner anmelde',
    noStart:
      'Damit Chargehand bei der Anmeldung startet, nehmen Sie es in die Startprogramme Ihrer Arbeitsumgebung auf; dieses System lässt Programme das nicht selbst tun.',
    saved: 'Gespeichert.',
  },
  backup: {
    title: 'Sicherung',
    intro:
      'Eine Sicherung enthält den ganzen Standort: Stationen, Karten, Ladevorgänge, Zertifikate, Firmware und die privaten Schlüssel Ihrer Zertifizierungsstelle. Ohne sie bedeutet eine defekte Platte neue Zertifikate für jede Ladestation.',
    passphrase: 'Passphrase',
    repeat: 'Passphrase wiederholen',
    passphraseHint:
      'Mindestens {{min}} Zeichen. Schreiben Sie sie auf: Ohne sie kann niemand die Sicherung öffnen, auch nicht auf diesem Rechner.',
    passphraseKept: 'Leer lassen, um die früher angegebene zu behalten.',
    withLogs: 'Mit den Protokollen, die Stationen hier abgelegt haben',
    problem: {
      short: 'Es sind mindestens {{min}} Zeichen nötig.',
      different: 'Die beiden stimmen nicht überein.',
      folder: 'Geben Sie den vollständigen Pfad eines Ordners ein.',
      keep: 'Geben Sie eine Zahl von 1 bis {{max}} ein.',
    },
    last: {
      saved: 'Zuletzt von Hand gespeichert',
      planned: 'Letzte tägliche Sicherung',
      trial: 'Letzte Probe',
      next: 'Nächste tägliche Sicherung',
      never: 'Nie',
      noPlan: 'Keine eingerichtet',
      opened: '{{name}}: lässt sich öffnen und ist vollständig',
      failed: 'Misslungen: {{problem}}',
      made: '{{name}}, {{size}}',
    },
  },
  save: {
    title: 'Jetzt eine Sicherung speichern',
    text: 'Speichert alles in einer verschlüsselten Datei. Bewahren Sie sie auf einer anderen Platte oder einem Stick auf. Starten Sie Chargehand mit --check-backup und der Datei, um zu prüfen, ob sie sich öffnen lässt.',
    submit: 'Sicherung speichern',
    progress: '{{done}} von etwa {{about}}',
    preparing: 'Die Datenbank wird kopiert. Der Standort läuft dabei weiter.',
    saved: '{{name}}, {{size}}, ist gespeichert.',
    cancel: 'Abbrechen',
    incomplete: 'Die Sicherung kam nicht bis zum Ende, deshalb wurde nichts gespeichert. Versuchen Sie es erneut.',
  },
  plan: {
    title: 'Tägliche Sicherung',
    text: 'Wird von selbst gemacht, solange Chargehand läuft, in einen Ordner des Rechners, auf dem es läuft: auf einer anderen Platte, einem Stick oder im Netz.',
    folder: 'Ordner',
    folderHint: 'Der vollständige Pfad, etwa {{example}}',
    hour: 'Um',
    keep: 'Aufzubewahrende Sicherungen',
    submit: 'Tägliche Sicherung speichern',
    saved: 'Tägliche Sicherungen sind eingerichtet. Die nächste wird {{at}} gemacht.',
    remove: 'Tägliche Sicherungen beenden',
    removed: 'Die täglichen Sicherungen sind beendet. Die schon gemachten bleiben, wo sie sind.',
    run: 'Jetzt in den Ordner sichern',
    made: '{{name}}, {{size}}, ist gemacht.',
    try: 'Neueste Sicherung proben',
    tryHint:
      '„Neueste Sicherung proben“ öffnet sie neben dem laufenden Standort und prüft alles: dass sie sich entschlüsseln lässt, dass ihre Datenbank heil ist, dass sich ihre Schlüssel öffnen. Der Standort wird nicht angerührt.',
    opens:
      '{{name}} lässt sich öffnen und ist vollständig: {{stations}} Stationen, {{cards}} Karten, {{sessions}} Ladevorgänge, {{files}} Dateien, {{keys}} Schlüssel.',
    none: 'In diesem Ordner ist noch keine tägliche Sicherung.',
    outcome: {
      passphraseNeeded: 'Wählen Sie eine Passphrase für die täglichen Sicherungen.',
      folderUnusable: 'Dieser Ordner ist nicht verwendbar: {{reason}}.',
      folderOfTheSite:
        'Dieser Ordner gehört zu den Daten des Standorts, die eine Sicherung überdauern soll. Wählen Sie einen anderen.',
    },
  },
  authority: {
    title: 'Zertifizierungsstelle exportieren',
    text: 'Für ein anderes Programm, das Zertifikate für Ihre Ladestationen ausstellen soll. Eine Sicherung enthält dieselben Schlüssel schon. Wer die Datei und ihre Passphrase hat, kann Zertifikate ausstellen, denen jede Ladestation dieses Standorts vertraut.',
    role: 'Was exportiert wird',
    roles: {
      issuing: 'Ausstellende CA mit ihrem privaten Schlüssel und das Stammzertifikat',
      root: 'Wurzel mit ihrem privaten Schlüssel',
    },
    passphraseHint: 'Mindestens {{min}} Zeichen. Das andere Programm fragt danach.',
    submit: 'Zertifizierungsstelle exportieren',
    saved: '{{name}} ist gespeichert. Bewahren Sie die Datei dort auf, wo nur Sie sie lesen können.',
  },
  restore: {
    title: 'Wiederherstellen',
    text: 'Auf einem Rechner ohne Standort bietet die erste Seite „Aus einer Sicherung wiederherstellen“ an; oder starten Sie Chargehand dort mit --restore und der Datei. Es fragt nach der Passphrase. Die Ladestationen finden den wiederhergestellten Standort unter der Adresse, die sie kennen, mit den Zertifikaten, die sie haben.',
  },
}
