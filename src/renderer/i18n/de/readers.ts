import type { Translation } from '@shared/words/translation'
import type { readers as EnglishReaders } from '../en/readers'

export const readers: Translation<typeof EnglishReaders> = {
  strip: {
    none: 'Kein Tischleser',
    starting: 'Leser werden gesucht …',
    ready_one: '{{name}} bereit',
    ready_other: '{{count}} Leser bereit',
    card: 'Karte auf {{name}}',
    mute: 'Karte antwortet nicht',
    inUse: '{{name}} ist belegt',
    'no-reader': 'Kein Leser eingesteckt',
    'no-service': 'Smartcard-Dienst läuft nicht',
    'not-answering': 'Smartcard-Dienst hängt',
    ended: 'Leserprogramm startet neu',
  },
  state: {
    label: 'Tischleser',
    title: 'Kartenleser am Schreibtisch',
    none: 'Dieses Programm sucht nicht nach USB-Lesern. Leser, die Nummern tippen, funktionieren trotzdem.',
    starting: 'Der Smartcard-Dienst dieses Rechners wird gesucht …',
    ready: 'Legen Sie eine Karte auf den Leser: Sie wird geöffnet oder zum Aufnehmen angeboten.',
    'no-reader':
      'Der Smartcard-Dienst läuft, aber es ist kein Leser eingesteckt. Stecken Sie einen ein: Er wird von selbst gefunden.',
    'not-answering':
      'Der Smartcard-Dienst dieses Rechners nimmt Anfragen an und antwortet nicht. Er wird von selbst wieder gefragt. Bleibt es so, ziehen Sie den Leser ab und stecken Sie ihn wieder ein, oder starten Sie den Dienst neu.',
    ended:
      'Der Teil des Programms, der Karten liest, ist beendet ({{reason}}) und wird neu gestartet. Sonst ist nichts betroffen.',
    why: {
      'not-running': 'Der Smartcard-Dienst dieses Rechners läuft nicht.',
      'not-allowed': 'Der Smartcard-Dienst lässt dieses Konto keine Leser benutzen.',
      'no-library': 'Dieser Rechner hat keinen Smartcard-Dienst.',
      failed: 'Der Smartcard-Dienst funktioniert nicht.',
    },
    how: {
      linux: 'Installieren und starten Sie ihn in einem Terminal:',
      linuxAllowed:
        'Meist fehlt eine Regel für polkit, oder das Programm wurde außerhalb Ihrer Sitzung gestartet.',
      darwin:
        'macOS startet ihn von selbst, wenn ein Leser eingesteckt wird. Stecken Sie den Leser neu ein, oder starten Sie den Rechner neu.',
      win32:
        'Windows startet ihn von selbst, wenn ein Leser eingesteckt wird. Wenn nicht: Öffnen Sie „Dienste“, wählen Sie „Smartcard“ und starten Sie den Dienst.',
    },
    condition: {
      ready: 'bereit',
      card: 'eine Karte liegt darauf',
      mute: 'eine Karte liegt darauf, die nicht antwortet: Legen Sie sie neu auf',
      'in-use': 'ein anderes Programm benutzt ihn',
    },
    tryAgain: 'Erneut versuchen',
    command: 'Befehl',
    more: 'Leser und Kartennummern',
    worksWithout:
      'Karten lassen sich weiterhin an einer Ladestation, durch Eintippen oder mit einem tippenden Leser aufnehmen.',
  },
  refused: {
    'random-uid':
      'Diese Karte zeigt bei jedem Auflegen eine andere Nummer (sie beginnt mit 08). Sie lässt sich nicht aufnehmen: Telefone und manche Bankkarten tun das. Nehmen Sie eine andere Karte.',
    'cut-uid':
      'Der Leser hat nur einen Teil der Nummer dieser Karte geliefert, und andere Karten beginnen gleich. Nehmen Sie einen anderen Leser, oder halten Sie die Karte an eine Ladestation.',
    'no-uid':
      'Der Leser hat für diese Karte keine brauchbare Nummer geliefert. Versuchen Sie es erneut, oder nehmen Sie eine andere Karte.',
    'in-use': 'Ein anderes Programm benutzt gerade den Leser. Schließen Sie es und legen Sie die Karte neu auf.',
    'taken-away': 'Die Karte war weg, bevor sie gelesen war. Lassen Sie sie eine Sekunde auf dem Leser.',
    unreadable:
      'Die Karte ließ sich nicht lesen. Legen Sie sie flach und allein auf den Leser und lassen Sie sie eine Sekunde liegen.',
    unsupported: 'Dieser Leser oder diese Karte liefert keine Nummer. Nur kontaktlose Karten haben eine.',
    'unknown-form':
      'Diese Nummer könnte mehrere Karten bedeuten. Lernen Sie den Tastaturleser mit einer Karte an, deren Nummer bekannt ist.',
  },
  tap: {
    unknown: 'Karte {{number}} ist nicht aufgenommen',
    known: 'Karte {{number}}',
    knownOf: 'Karte von {{name}} ({{number}})',
    enrol: 'Karte aufnehmen',
    open: 'Karte öffnen',
  },
  scan: {
    label: 'Jetzt scannen',
    hint: 'Für einen tippenden Leser: Hier klicken, dann die Karte daranhalten.',
  },
  spelling: {
    title: 'Das könnte eine schon aufgenommene Karte in anderer Schreibweise sein:',
    reversed: 'dieselbe Nummer mit umgekehrten Bytes',
    shortened: 'ein Teil dieser Nummer',
    longer: 'eine längere Nummer, die diese enthält',
    decimal: 'dieselbe Nummer in anderen Ziffern',
    advice:
      'Wenn ja, nehmen Sie sie nicht noch einmal auf: Gleichen Sie die Ladestation ab, die sie anders schreibt.',
    calibrate: 'Ladestation abgleichen',
  },
  page: {
    title: 'Leser und Kartennummern',
    usb: 'USB-Leser',
    chargers: 'Wie Ladestationen Nummern schreiben',
  },
  keyboard: {
    title: 'Tippende Leser',
    none: 'Hexadezimale Nummern werden übernommen, wie sie getippt werden. Für dezimale Nummern, oder wenn eine Karte als andere erscheint, lernen Sie den Leser mit einer Karte an, deren Nummer bekannt ist.',
    learnt: 'Gelernt an Karte {{card}}, die er als „{{seen}}“ tippt: {{form}}.',
    teach: 'Leser anlernen',
    forget: 'Gelerntes vergessen',
    known: 'Nummer einer bekannten Karte',
    knownHint:
      'Legen Sie die Karte auf einen USB-Leser, oder tippen Sie die aufgedruckte Nummer ein: hexadezimal, 8 bis 20 Ziffern.',
    scanLabel: 'Dieselbe Karte am tippenden Leser',
    scanHint: 'Hier klicken, dann die Karte daranhalten.',
    close: 'Schließen',
    done: 'Der Leser ist angelernt: {{form}}.',
    plain: 'Er tippt Nummern genau so, wie sie gespeichert sind. Es gibt nichts zu lernen.',
    forgotten: 'Hexadezimale Nummern werden wieder übernommen, wie sie getippt werden.',
    cut: 'Er lässt einen Teil langer Nummern weg und taugt deshalb nicht zum Aufnehmen solcher Karten. Aufgenommene Karten werden erkannt, solange nicht zwei gleich getippt werden.',
    notHex: 'Eine Kartennummer hat 8 bis 20 hexadezimale Ziffern (0 bis 9, A bis F).',
  },
  learn: {
    ambiguous:
      'Diese Karte liest sich in beiden Richtungen gleich und sagt deshalb nichts über die Reihenfolge. Nehmen Sie eine andere Karte.',
    'no-spelling':
      '„{{seen}}“ ist keine bekannte Schreibweise der Karte {{card}}. Wahrscheinlich waren es zwei verschiedene Karten. Versuchen Sie es erneut.',
  },
  form: {
    plain: 'wie gespeichert',
    reversed: 'Bytes in umgekehrter Reihenfolge',
    first: 'nur die ersten {{bytes}} Bytes',
    last: 'nur die letzten {{bytes}} Bytes',
    hex: 'hexadezimal',
    decimal: 'dezimal',
    decimalWidth: 'dezimal mit {{width}} Ziffern',
    pair: 'zwei Dezimalzahlen mit Komma',
    noZeros: 'ohne führende Nullen',
    zerosBefore: 'führende Nullen bis {{width}} Ziffern',
    zerosAfter: 'Nullen am Ende bis {{width}} Ziffern',
    prefix: '„{{text}}“ davor',
    suffix: '„{{text}}“ dahinter',
  },
  calibrate: {
    intro:
      'Ladestationen und Leser schreiben die Nummer einer Karte verschieden. Zeigen Sie beiden dieselbe Karte: Chargehand findet heraus, wie diese Ladestation Nummern schreibt, und übersetzt sie von da an.',
    open: 'Ladestation abgleichen',
    station: 'Ladestation',
    stepDesk: '1. Karte auf den Tischleser legen',
    stepDeskHint: 'Oder die Nummer eintippen, wie sie gespeichert ist: hexadezimal, 8 bis 20 Ziffern.',
    card: 'Karte am Schreibtisch',
    stepCharger: '2. Dieselbe Karte an {{station}} halten',
    stepChargerHint: 'Die Ladestation darf sie ablehnen: Das schadet nicht.',
    waiting: 'Warten auf eine Karte an {{station}} …',
    offline: '{{station}} ist offline. Verbinden Sie sie zuerst.',
    seen: 'An der Ladestation gesehen',
    orType: 'Oder eintippen, was die Ladestation zeigte',
    result: '3. Ergebnis',
    plain: '{{station}} schreibt Nummern genau so, wie sie gespeichert sind. Es gibt nichts einzustellen.',
    found: 'Am Schreibtisch {{card}}, an {{station}} {{seen}}: {{form}}.',
    leavesOut:
      'Diese Ladestation liefert nur einen Teil der Nummer. Karten mit demselben Teil lassen sich dort nicht unterscheiden: Eine fremde Karte mit diesem Teil würde für diese gehalten. Karten eines Kaufs beginnen oft gleich.',
    accept: 'An dieser Ladestation Karten nach dem gelieferten Teil annehmen',
    scope: 'Gilt für',
    scopeStation: 'Nur {{station}}',
    scopeModel: 'Alle Ladestationen „{{model}}“',
    apply: 'Übernehmen',
    applied: 'Übernommen: {{form}}.',
    noModel: 'Diese Ladestation hat nicht gesagt, welches Modell sie ist.',
    again: 'Neu beginnen',
    none: 'Soweit bekannt, schreiben alle Ladestationen Nummern, wie sie gespeichert sind.',
    forget: 'Vergessen',
    forgetOf: 'Vergessen, wie {{name}} Nummern schreibt',
    forgotten: 'Nummern von {{name}} werden wieder übernommen, wie sie kommen.',
    learntFrom: '{{card}} wird {{seen}} geschrieben: {{form}}',
    panel: 'Kartennummern',
    panelPlain: 'Werden übernommen, wie die Ladestation sie schreibt.',
  },
  box: {
    title: 'Karte um Karte aufnehmen',
    intro:
      'Legen Sie eine Karte nach der anderen auf den Leser. Jede wird sofort mit den Angaben von hier aufgenommen.',
    label: 'Bezeichnung jeder Karte',
    labelHint: '# steht für die nächste Zahl: „Gast #“ wird „Gast 1“, „Gast 2“ …',
    group: 'Gruppe jeder Karte',
    from: 'Nächste Zahl',
    sound: 'Ton',
    list: 'Jetzt aufgenommen',
    empty: 'Noch nichts: Legen Sie die erste Karte auf den Leser.',
    enrolled: 'Aufgenommen',
    known: 'War schon aufgenommen',
    undone: 'Zurückgenommen',
    failed: 'Nicht aufgenommen',
    undo: 'Rückgängig',
    undoOf: 'Aufnahme der Karte {{number}} rückgängig machen',
    inUse: 'Die Karte wurde seither benutzt: Sperren Sie sie stattdessen.',
    spelling: 'Vielleicht eine schon aufgenommene Karte: {{number}}',
    count_one: '{{count}} Karte aufgenommen',
    count_other: '{{count}} Karten aufgenommen',
    open: 'Viele aufnehmen',
    done: 'Fertig',
    badGroup: 'Eine Gruppe hat höchstens 20 Buchstaben, Ziffern oder Zeichen (* - _ = : + | @ .).',
  },
}
