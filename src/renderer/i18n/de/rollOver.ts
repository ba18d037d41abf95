import type { Translation } from '@shared/words/translation'
import type { rollOver as EnglishRollOver } from '../en/rollOver'

export const rollOver: Translation<typeof EnglishRollOver> = {
  title: 'Wechsel der CA',
  back: 'Zurück zu den Zertifikaten',
  parts: 'Wurzel, ausstellende CA und Schlüssel',
  open: 'CA wechseln …',
  banner: {
    prepared: 'Die Wurzel wird gewechselt: {{ready}} von {{count}} Ladestationen würden sich danach verbinden.',
    switched: 'Die neue Wurzel signiert. Die alte gilt noch, bis sie stillgelegt ist.',
    issuing_one: 'Die ausstellende CA wurde ersetzt. Ein Zertifikat der alten gilt noch.',
    issuing_other: 'Die ausstellende CA wurde ersetzt. {{count}} Zertifikate der alten gelten noch.',
    link: 'Öffnen',
  },
  root: {
    heading: 'Die Wurzel',
    text: 'Die Ladestationen vertrauen der Wurzel. Wechseln Sie sie, bevor sie abläuft oder wenn ihr privater Schlüssel in fremden Händen sein könnte. Bis zur Umschaltung lässt sich alles rückgängig machen.',
    step: {
      prepare: 'Nächste Wurzel erstellen',
      install: 'Auf jeder Ladestation installieren',
      switch: 'Auf sie umschalten',
      renew: 'Zertifikate der Ladestationen erneuern',
      retire: 'Alte Wurzel stilllegen',
    },
    prepare: {
      text: 'Eine neue Wurzel mit neuem Schlüssel, von der alten beglaubigt und umgekehrt, und darunter eine ausstellende CA. Für die Ladestationen ändert sich noch nichts.',
      button: 'Nächste Wurzel erstellen',
    },
    install: {
      text: 'Jede Ladestation erhält die nächste Wurzel neben der, die sie hat, und wird dann gefragt, was sie hat. Nicht verbundene erhalten sie, wenn sie wieder da sind.',
      button: 'Auf allen installieren, denen sie fehlt',
      ask: 'Alle noch einmal fragen',
      sent: 'An {{sent}} gesendet, {{waiting}} erhalten sie, wenn sie wieder da sind, {{notPossible}} lässt sie sich nicht mitteilen.',
    },
    switch: {
      text: 'Von da an werden Zertifikate unter der nächsten Wurzel ausgestellt. Solange die alte gilt, verbinden sich auch Ladestationen, die nur jene kennen, sofern sie der längeren Kette folgen.',
      button: 'Auf nächste Wurzel umschalten',
      cancel: 'Nächste Wurzel verwerfen',
    },
    renew: {
      text: 'Ladestationen mit Zertifikat werden um eine Anforderung gebeten, die Sie am Anforderungspult genehmigen. Bis dahin gelten ihre alten Zertifikate.',
      left_one: 'Ein Zertifikat ist noch übrig.',
      left_other: '{{count}} Zertifikate sind noch übrig.',
      waiting_one: 'Eine Anforderung wartet auf Sie.',
      waiting_other: '{{count}} Anforderungen warten auf Sie.',
      desk: 'Anforderungen öffnen',
    },
    retire: {
      text: 'Die Ladestationen werden aufgefordert, die alte Wurzel zu vergessen, und was allein zu ihr führt, gilt nicht mehr. Das lässt sich nicht rückgängig machen.',
      button: 'Alte Wurzel stilllegen',
      done: 'Die alte Wurzel ist stillgelegt. {{sent}} Ladestationen wurden aufgefordert, sie zu vergessen, {{waiting}} erfahren es, wenn sie wieder da sind.',
    },
  },
  issuing: {
    heading: 'Die ausstellende CA',
    text: 'Dafür brauchen die Ladestationen nichts Neues: Sie steht unter derselben Wurzel. Zertifikate der alten gelten, bis sie erneuert sind; die Ladestationen werden dazu aufgefordert.',
    button: 'Ausstellende CA ersetzen',
    busy: 'Während die Wurzel gewechselt wird, wird die ausstellende CA mit ihr ersetzt.',
    retire: 'Alte ausstellende CA jetzt stilllegen',
    question: 'Die ausstellende CA ersetzen?',
    means:
      'Alle Zertifikate der Ladestationen werden erneuert. Nach dem letzten davon legt sich die alte ausstellende CA von selbst still.',
  },
  key: {
    heading: 'Der private Schlüssel der Wurzel',
    text: 'Er wird nur gebraucht, um die Wurzel oder die ausstellende CA zu ersetzen, und einmal im Jahr für die Sperrliste der Wurzel. Liegt er auf einem USB-Stick, kann niemand, der an diesen Rechner gelangt, die Ladestationen etwas anderem vertrauen lassen.',
    here: 'Er ist auf diesem Rechner, verschlüsselt.',
    away: 'Er wurde am {{when}} ausgelagert. Verwahren Sie seine Datei und die Passphrase sicher: Ohne sie lässt sich die Wurzel nicht in Ruhe wechseln.',
    list: 'Die Sperrliste der Wurzel gilt bis {{when}}. Signieren Sie vorher eine neue.',
    save: {
      title: '1. In eine Datei speichern',
      text: 'Speichern Sie die Datei auf einen USB-Stick, am besten auf zwei. Sie ist mit einer Passphrase verschlüsselt, die Sie wählen.',
      button: 'Schlüsseldatei speichern',
      done: '„{{file}}“ liegt bei den Downloads dieses Rechners. Verschieben Sie sie auf den Stick und wählen Sie sie dort unten aus.',
    },
    erase: {
      title: '2. Zurücklesen, dann hier löschen',
      text: 'Wählen Sie die Datei auf dem Stick. Erst wenn sie sich öffnet, wird der Schlüssel auf diesem Rechner gelöscht. Frühere Sicherungen enthalten ihn noch: Entfernen Sie sie und machen Sie eine neue.',
      button: 'Schlüssel hier löschen',
      done: 'Der private Schlüssel der Wurzel ist auf diesem Rechner gelöscht.',
      traces:
        'Der Schlüssel ist gelöscht, aber in den Dateien der Datenbank können Spuren sein: Sie verschwinden beim nächsten Start.',
    },
    sign: 'Neue Liste signieren',
    signed: 'Die Liste ist signiert.',
    bring: 'Schlüssel zurückbringen',
    brought: 'Der private Schlüssel der Wurzel ist wieder auf diesem Rechner.',
    passphrase: 'Passphrase der Schlüsseldatei',
    wanted: 'Der private Schlüssel der Wurzel ist nicht auf diesem Rechner. Wählen Sie seine Datei:',
    hint: 'Mindestens {{min}} Zeichen. Niemand kann sie wiederherstellen.',
  },
  refused: {
    'root-key-wanted':
      'Dafür ist der private Schlüssel der Wurzel nötig. Wählen Sie seine Datei und geben Sie ihre Passphrase ein.',
    'no-key-file': 'Das ist keine Schlüsseldatei einer Wurzel.',
    'other-root': 'Diese Datei gehört zu einer anderen Wurzel.',
    'wrong-passphrase': 'Die Passphrase öffnet diese Datei nicht.',
    damaged:
      'Diese Datei ist beschädigt: Was darin ist, ist nicht der Schlüssel dieser Wurzel. Nehmen Sie eine andere Kopie.',
    'root-ended': 'Die Wurzel ist abgelaufen und kann nichts mehr beglaubigen.',
    'not-now':
      'Das passt nicht zum Stand des Wechsels. Sehen Sie noch einmal nach: Vielleicht hat jemand anders weitergemacht.',
  },
  lose: {
    title: 'Manche würden sich nicht mehr verbinden',
    text_one: 'Diese hat nicht gemeldet, dass sie dem Nötigen vertraut, oder ihr Zertifikat ist nicht erneuert:',
    text_other:
      'Diese {{count}} haben nicht gemeldet, dass sie dem Nötigen vertrauen, oder ihre Zertifikate sind nicht erneuert:',
    advice:
      'Installieren Sie zuerst die Wurzel auf ihnen und erneuern Sie ihre Zertifikate. Weitermachen heißt, dass Sie vielleicht jede aufsuchen müssen.',
    evenSo: 'Trotzdem weitermachen',
  },
  ask: {
    switch: {
      title: 'Auf die nächste Wurzel umschalten?',
      text: 'Von da an weist sich dieser Server unter der nächsten Wurzel aus und stellt unter ihr aus. Zur alten führt kein Weg zurück.',
      yes: 'Jetzt umschalten',
    },
    cancel: {
      title: 'Die nächste Wurzel verwerfen?',
      text: 'Sie wird hier gelöscht, und Ladestationen, die sie haben, werden aufgefordert, sie zu entfernen.',
      yes: 'Verwerfen',
    },
    retire: {
      title: 'Das Alte stilllegen?',
      text: 'Was allein dazu führt, gilt nicht mehr, und die Ladestationen werden aufgefordert, eine alte Wurzel zu vergessen. Es führt kein Weg zurück.',
      yes: 'Jetzt stilllegen',
    },
  },
  stations: {
    label: 'Wie es um die Ladestationen steht',
    station: 'Ladestation',
    after: { prepared: 'Nach der Umschaltung', switched: 'Ohne die alte Wurzel' },
    certificate: 'Zertifikat',
    none: 'Es gibt noch keine zugelassene Ladestation.',
  },
  verdict: {
    ready: 'Würde sich verbinden',
    'lacks-root': 'Würde sich nicht verbinden',
    unknown: 'Nicht bekannt',
    'not-affected': 'Nicht betroffen',
  },
  why: {
    ready: 'hat die neue Wurzel, nach eigener Auskunft',
    'lacks-root': 'hat die neue Wurzel nicht, nach eigener Auskunft',
    unknown: 'hat nie gesagt, wem sie vertraut',
    'not-affected': 'verbindet sich ohne TLS (Profil {{profile}})',
  },
  certificate: {
    later: 'wird nach der Umschaltung erneuert',
    new: 'von der neuen CA',
    old: 'zu erneuern',
    none: 'keines',
  },
  done: {
    prepared: 'Die nächste Wurzel ist erstellt. Installieren Sie sie jetzt auf den Ladestationen.',
    switched: 'Von jetzt an signiert die neue Wurzel.',
    dropped: 'Die nächste Wurzel ist verworfen.',
    replaced: 'Die ausstellende CA ist ersetzt. Die Ladestationen werden um neue Anforderungen gebeten.',
    retired: 'Die alte ausstellende CA ist stillgelegt.',
  },
}
