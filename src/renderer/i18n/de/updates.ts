import type { Translation } from '@shared/words/translation'
import type { updates as EnglishUpdates } from '../en/updates'

export const updates: Translation<typeof EnglishUpdates> = {
  title: 'Aktualisierungen',
  version: 'Das ist Chargehand {{version}}.',
  intro:
    'Nichts installiert sich von selbst, und nichts wird gesucht, solange Sie es unten nicht einschalten. Eine Aktualisierung wird nur angenommen, wenn sie mit einem Schlüssel signiert ist, der in dieses Programm eingebaut ist:',
  noKey:
    'Dieses Exemplar von Chargehand wurde ohne Herausgeberschlüssel gebaut. Es kann eine echte Aktualisierung nicht von einer falschen unterscheiden und nimmt deshalb keine an. Installieren Sie die nächste Version nach einer Sicherung mit ihrem Installationsprogramm über diese.',
  released: '{{size}}, herausgegeben {{date}}',
  file: {
    title: 'Aus einer Datei',
    text: 'Bringen Sie die neue Version, zum Beispiel auf einem USB-Stick, und die kleine Datei „{{name}}“, die dazu gehört. Beide werden geprüft, bevor irgendetwas gestartet wird.',
    choose: 'Beide Dateien auswählen',
    both: 'Wählen Sie beide Dateien zusammen aus: die neue Version und die kleine Datei „{{name}}“ daneben.',
    broken: 'Die Datei konnte nicht bis zu ihrem Ende gelesen werden. Wählen Sie sie noch einmal aus.',
  },
  transfer: {
    console: 'Version {{version}} wird kopiert und geprüft: {{done}} von {{size}}',
    feed: 'Version {{version}} wird geholt und geprüft: {{done}} von {{size}}',
    cancel: 'Abbrechen',
    cancelled: 'Abgebrochen. Nichts davon wurde behalten.',
  },
  feed: {
    title: 'Aus einer Quelle',
    text: 'Sieht einmal am Tag nach, ob es eine neuere Version gibt, und sagt es Ihnen. Dabei wird eine kleine Datei abgerufen und nichts über Ihren Standort gesagt. Ohne Netz geschieht nichts.',
    address: 'Adresse oder Ordner',
    hint: 'Eine Adresse, die mit https:// beginnt, oder der vollständige Pfad eines Ordners, etwa auf einem Netzlaufwerk oder USB-Stick',
    none: 'Geben Sie eine Adresse oder einen Ordner ein.',
    switchOn: 'Dort täglich nachsehen',
    switchOff: 'Nicht mehr nachsehen',
    on: 'Sieht einmal am Tag nach bei',
    look: 'Jetzt nachsehen',
    lookedAt: 'Zuletzt nachgesehen',
    never: 'Noch nicht',
    newest: 'Dort gibt es nichts Neueres.',
    newer: 'Version {{version}} ist da.',
    off: 'Es wird nicht mehr nachgesehen.',
  },
  found: {
    title: 'Version {{version}} ist da',
    fetch: 'Version {{version}} holen',
  },
  ready: {
    title: 'Version {{version}} wurde geprüft und liegt bereit',
    install: 'Sichern und Version {{version}} installieren',
    backUp: 'Sichern und zeigen, was einzugeben ist',
    remove: 'Entfernen',
    removed: 'Version {{version}} wurde entfernt.',
    closes:
      'Macht eine Sicherung, schließt Chargehand und startet die neue Version oder ihr Installationsprogramm. Bis sie läuft, entscheiden die Ladestationen nach ihren eigenen Listen; Ladevorgänge gehen weiter, ihre Meldungen kommen später.',
    connected_one: 'Im Moment ist 1 Station verbunden.',
    connected_other: 'Im Moment sind {{count}} Stationen verbunden.',
    byHandMeans:
      'Hier installiert Chargehand sie nicht selbst. Es macht eine Sicherung und sagt dann, was einzugeben ist; das tut, wer diesen Rechner betreut.',
    daily: 'Die Sicherung kommt wie die täglichen nach {{folder}}.',
    passphrase:
      'Die Sicherung bleibt im Datenordner, verschlüsselt mit dieser Passphrase. Mit ihr kommen Sie zurück zu dieser Version.',
    passphraseHint: 'Mindestens {{min}} Zeichen. Schreiben Sie sie auf: Ohne sie kann niemand die Sicherung öffnen.',
    type: 'Geben Sie dies auf dem Rechner ein, auf dem Chargehand läuft, und starten Sie Chargehand danach neu:',
    command: 'Befehl',
    backup: 'Die Sicherung ist {{file}}.',
    leaving: 'Chargehand schließt sich jetzt. Die neue Version oder ihr Installationsprogramm startet von selbst.',
    stays: 'Chargehand läuft weiter. Die Aktualisierung bleibt bereit.',
    nothing: 'Es gibt nichts mehr zu installieren.',
    otherBackup:
      'Wenn sich diese Sicherung nicht machen lässt, wählen Sie eine Passphrase: Dann bleibt die Sicherung im Datenordner.',
  },
}
