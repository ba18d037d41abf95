import type { Translation } from '@shared/words/translation'
import type { operators as EnglishOperators } from '../en/operators'

export const operators: Translation<typeof EnglishOperators> = {
  may: {
    viewer: 'Darf alles ansehen und ändert nichts.',
    operator:
      'Darf den Standort betreiben: Karten aufnehmen und sperren, Ladevorgänge klären, Befehle an Ladestationen geben und Firmware verteilen.',
    officer:
      'Darf, was ein Bediener darf, und über Zertifikatsanforderungen, Zertifikate und die Zertifizierungsstelle entscheiden.',
    administrator:
      'Darf alles: auch Ladestationen und Geräte zulassen sowie Tarife, Skripte, Sicherungen, Einstellungen und Bediener ändern.',
  },
  signIn: {
    documentTitle: '{{site}} · Chargehand',
    who: 'Wer ist da?',
    name: 'Name',
    secret: 'PIN oder Passwort',
    submit: 'Anmelden',
    serves: 'Die Ladestationen werden die ganze Zeit bedient.',
    forgotten:
      'Vergessen? Ein Administrator setzt unter „Einstellungen“ ein neues. Kann sich niemand mehr anmelden, starten Sie Chargehand einmal mit --recover-administrator und einem Namen.',
    wrong: 'Das ist nicht die PIN oder das Passwort von {{name}}.',
    wait_one: 'Zu viele falsche Versuche. Versuchen Sie es in {{count}} Sekunde wieder.',
    wait_other: 'Zu viele falsche Versuche. Versuchen Sie es in {{count}} Sekunden wieder.',
  },
  title: 'Bediener',
  text: 'Mit Bedienern fragt die Konsole im Fenster und in jedem Browser, wer da ist, und alles im Änderungsprotokoll hat einen Namen. Ladestationen und Skripte laufen weiter wie bisher.',
  off: 'Es gibt keine Bediener: Wer die Konsole öffnen kann, darf alles.',
  first:
    'Der erste Bediener ist ein Administrator: in der Regel Sie. Sie bleiben hier angemeldet; alle anderen müssen sich von da an anmelden. Zurück zu einer Konsole ohne Bediener führt kein Weg: Bei jedem Start muss sich jemand anmelden.',
  approversGo:
    'Die Personen, die jetzt Genehmigungen bestätigen, werden durch Bediener ersetzt: Dann kann jeder Zertifikatsbeauftragte die zweite Person sein, und zwei bleiben nötig. Eine von ihnen muss es hier bestätigen.',
  list: 'Bediener',
  column: { name: 'Name', role: 'Rolle', seen: 'Zuletzt angemeldet', more: 'Ändern' },
  you: '(Sie)',
  never: 'Nie',
  disabled: 'Ausgeschaltet',
  waits: 'Wartet: zu viele falsche Versuche',
  name: 'Name',
  nameHint: 'Er steht im Änderungsprotokoll bei allem, was die Person tut.',
  nameMissing: 'Geben Sie einen Namen an.',
  role: 'Rolle',
  secret: 'PIN oder Passwort',
  secretHint:
    'Eine PIN mit mindestens {{pin}} Ziffern oder ein Passwort mit mindestens {{password}} Zeichen. Gespeichert wird es mit Salz und als Hash; niemand kann es zurücklesen.',
  repeat: 'Noch einmal dasselbe',
  problem: {
    'short-pin': 'Eine PIN hat mindestens {{pin}} Ziffern.',
    'short-password': 'Ein Passwort hat mindestens {{password}} Zeichen.',
    easy: 'Das versucht jeder zuerst. Nehmen Sie etwas anderes.',
    different: 'Die beiden stimmen nicht überein.',
  },
  add: 'Bediener hinzufügen',
  addFirst: 'Administrator hinzufügen und Konsole sperren',
  added: '{{name}} kann sich jetzt anmelden.',
  addedFirst: 'Sie sind als {{name}} angemeldet. Von jetzt an fragt die Konsole, wer da ist.',
  refused: {
    'name-taken': 'Diesen Namen hat schon jemand, oder das Programm benutzt ihn selbst.',
    'too-many': 'Es gibt so viele, wie es geben kann. Entfernen Sie zuerst jemanden.',
    'administrator-first': 'Der erste muss ein Administrator sein.',
    'last-administrator':
      'Jemand muss übrig bleiben, der das ändern kann. Machen Sie zuerst einen anderen zum Administrator.',
  },
  change: '{{name}} ändern',
  save: 'Speichern',
  saved: 'Gespeichert.',
  newSecret: 'Neue PIN oder neues Passwort für {{name}}',
  setSecret: 'PIN oder Passwort festlegen',
  secretSaved: '{{name}} hat eine neue PIN oder ein neues Passwort.',
  disable: 'Ausschalten',
  disableMeans: 'Bleibt in der Liste und kann sich nicht anmelden. Wer angemeldet ist, wird sofort ausgesperrt.',
  enable: 'Wieder einschalten',
  remove: '{{name}} entfernen',
  removed: '{{name}} ist entfernt. Was die Person getan hat, behält im Änderungsprotokoll ihren Namen.',
  close: 'Schließen',
  confirmFirst: 'Solange zwei Personen Zertifikate genehmigen, bestätigt jemand von den anderen Änderungen hier:',
  idle: 'Sperren nach',
  idleMinutes_one: '{{count}} Minute ohne Bedienung',
  idleMinutes_other: '{{count}} Minuten ohne Bedienung',
  idleNever: 'Nie von selbst',
  own: 'Meine PIN oder mein Passwort',
  ownText: 'Sie sind als {{name}} angemeldet, {{role}}.',
  present: 'Bisherige PIN oder bisheriges Passwort',
  presentWrong: 'Das ist nicht Ihre PIN oder Ihr Passwort.',
  presentWait: 'Zu viele falsche Versuche. Warten Sie ein wenig.',
  fresh: 'Neue PIN oder neues Passwort',
  ownSaved: 'Sie haben eine neue PIN oder ein neues Passwort.',
  forgotten:
    'Kann sich niemand mehr anmelden? Wem der Datenordner gehört, der kann Chargehand einmal mit --recover-administrator und einem Namen starten.',
}
