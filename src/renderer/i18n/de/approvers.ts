import type { Translation } from '@shared/words/translation'
import type { approvers as EnglishApprovers } from '../en/approvers'

export const approvers: Translation<typeof EnglishApprovers> = {
  title: 'Zwei Personen genehmigen Zertifikate',
  text: 'Mit einer zweiten Person wird hier nichts ausgestellt, bis eine der Personen unten es mit eigener Passphrase bestätigt hat, neben der Person, die an dieser Konsole sitzt. Solange das so ist, genehmigen Regeln nichts. Es verhindert, dass jemand am Bildschirm allein genehmigt; es hält niemanden auf, der die Dateien dieses Rechners ändern kann.',
  isOn: 'Zwei Personen müssen genehmigen.',
  isOff: 'Eine Person genehmigt. Fügen Sie hier jemanden hinzu, sind es zwei.',
  confirmFirst: 'Jede Änderung hier bestätigt jemand aus der Liste:',
  list: 'Wer bestätigt',
  name: 'Name der zweiten Person',
  nameHint:
    'Er steht im Änderungsprotokoll bei allem, was die Person bestätigt. Nehmen Sie jemand anderen als die Person, die meist hier sitzt.',
  nameMissing: 'Geben Sie einen Namen an.',
  passphrase: 'Passphrase der zweiten Person',
  passphraseHint:
    'Mindestens {{min}} Zeichen, von dieser Person selbst getippt. Gespeichert wird sie mit Salz und als Hash; niemand kann sie zurücklesen.',
  repeat: 'Noch einmal dasselbe',
  repeatWrong: 'Die beiden stimmen nicht überein.',
  add: 'Zweite Person hinzufügen',
  added: 'Von jetzt an kann {{name}} Genehmigungen bestätigen; zwei Personen müssen genehmigen.',
  remove: '{{name}} entfernen',
  removeLast: '{{name}} entfernen: Wieder genehmigt eine Person',
  removed: 'Die zweite Person ist entfernt.',
  operators: {
    text: 'Nichts wird ausgestellt, bis zwei Zertifikatsbeauftragte (oder Administratoren) genehmigt haben: Die zweite Person gibt neben der ersten PIN oder Passwort ein, oder sie genehmigt nach dem Anmelden. Solange das so ist, genehmigen Regeln nichts, und jede Änderung an den Bedienern bestätigt jemand von den anderen. Es verhindert, dass jemand am Bildschirm allein genehmigt; es hält niemanden auf, der die Dateien dieses Rechners ändern kann.',
    could: 'Außer Ihnen können die zweite Person sein: {{names}}.',
    nobodyElse:
      'Niemand außer Ihnen könnte genehmigen. Machen Sie zuerst einen anderen Bediener zum Zertifikatsbeauftragten.',
    wanted: 'Zwei Personen müssen genehmigen',
    confirmOff: 'Das Ausschalten bestätigt jemand von den anderen:',
  },
  refused: {
    'operators-instead': 'An der Konsole melden sich jetzt Bediener an: Sie sind die zweiten Personen.',
    'name-taken': 'Jemand mit diesem Namen steht schon in der Liste.',
    'too-many': 'Es gibt so viele, wie es geben kann. Entfernen Sie zuerst jemanden.',
  },
}
