import type { Translation } from '@shared/words/translation'
import type { reach as EnglishReach } from '../en/reach'

export const reach: Translation<typeof EnglishReach> = {
  title: 'Wie Ladestationen diesen Rechner erreichen',
  intro:
    'Eine Ladestation, die sich mit TLS verbindet, vergleicht den Namen oder die Adresse, die sie aufruft, mit denen im gezeigten Zertifikat. Was darin fehlt, hält sie fern.',
  names: {
    title: 'Namen und Adressen',
    found: 'Auf diesem Rechner gefunden',
    shown: 'Jetzt im Zertifikat',
    until: 'Zertifikat läuft ab',
    none: 'Kein Port mit TLS ist offen, deshalb wird kein Zertifikat gezeigt.',
    label: 'Weitere Namen und Adressen, je Zeile einer',
    hint: 'Ein Name, den Ihr Router oder DNS diesem Rechner gibt, oder eine Adresse hinter einem Router. Der erste Name wird der Name des Zertifikats.',
    save: 'Namen speichern',
    saved: 'Gespeichert. Das Zertifikat wurde erneuert, und niemand wurde getrennt.',
    savedLater: 'Gespeichert. Das Zertifikat wird damit erneuert, sobald es geht.',
    tooMany: 'Höchstens {{max}} Zeilen.',
    problem: {
      empty: '„{{entry}}“ ist leer.',
      'with-scheme': '„{{entry}}“: Lassen Sie weg, was vor dem Namen steht, etwa wss://.',
      'with-path': '„{{entry}}“: Lassen Sie alles hinter dem Namen weg.',
      'with-port': '„{{entry}}“: Lassen Sie den Port weg; er gehört nicht in ein Zertifikat.',
      wildcard: '„{{entry}}“: Nennen Sie den ganzen Namen. Ladestationen müssen ein Zertifikat mit * nicht annehmen.',
      'with-zone':
        '„{{entry}}“ gilt nur für die Netzwerkkarte dieses Rechners: Keine Ladestation kann damit etwas anfangen.',
      'any-address': '„{{entry}}“ steht für jede Adresse; nennen Sie die, die die Ladestationen aufrufen.',
      'bad-address': '„{{entry}}“ ist keine IPv4- oder IPv6-Adresse.',
      'bad-name':
        '„{{entry}}“ kann kein Rechnername sein: Buchstaben, Ziffern und Bindestriche, in Teilen von höchstens 63, zwischen Punkten.',
      'too-long': '„{{entry}}“ ist länger, als ein Rechnername sein darf.',
    },
  },
  plain: {
    title: 'Port ohne TLS',
    label: 'Verbindungen ohne TLS annehmen (ws://)',
    on: 'Ladestationen mit Profil 0 und 1 brauchen ihn. Sind alle bei Profil 2 oder 3, lässt er sich schließen: Dann geht nichts mehr unverschlüsselt durch das Netz.',
    off: 'Nur wss:// wird angenommen. Auch neue Ladestationen müssen mit TLS kommen.',
    publishes:
      'Die Zertifikate dieses Standorts sagen, dass sie sich unter {{url}} prüfen lassen (--pki-url). Wer dort nachsieht, findet nichts, solange dieser Port geschlossen ist.',
    opened: 'Chargehand nimmt wieder Verbindungen ohne TLS an.',
    closed: 'Der Port ohne TLS ist geschlossen.',
    needsTls: 'Es wurde nichts geändert: Kein Port mit TLS ist offen, und es bliebe keiner übrig.',
    confirm: {
      title: 'Den Port ohne TLS schließen?',
      lockedOut_one:
        'Diese Ladestation bleibt dann weg, bis sie auf wss:// eingestellt ist und hier ein höheres Profil hat:',
      lockedOut_other:
        'Diese {{count}} Ladestationen bleiben dann weg, bis sie auf wss:// eingestellt sind und hier ein höheres Profil haben:',
      more_one: 'und {{count}} weitere',
      more_other: 'und {{count}} weitere',
      yes: 'Schließen und sie aussperren',
    },
  },
  old: {
    title: 'Alte Ladestationen',
    label: 'Ladestationen mit OCPP 1.6 bedienen, die nur TLS 1.0 oder 1.1 kennen',
    risk: 'Beide sind seit Jahren gebrochen: Wer zwischen Ladestation und Rechner gelangt, kann mitlesen und ändern, was gesagt wird, auch das Passwort. Schalten Sie es nur für eine Ladestation ein, die sich nicht aktualisieren lässt, in einem eigenen Netz, und wieder aus, wenn sie fort ist. OCPP 2 wird darüber abgewiesen.',
    how: 'TLS 1.0 und 1.1 mit TLS_RSA_WITH_AES_128_CBC_SHA und SHA-1. Vertrauen Sie einer solchen Verbindung nicht mehr als einer ohne TLS.',
    rsaNeeded:
      'Dafür ist das Zertifikat mit dem RSA-Schlüssel nötig, und gezeigt wird das andere. Wählen Sie es unten.',
    now_one: 'Jetzt so verbunden:',
    now_other: 'Jetzt so verbunden:',
    unused: 'Zurzeit ist keine Ladestation so verbunden.',
    allowed: 'Alte Ladestationen werden bedient.',
    ended: 'Alte Ladestationen werden nicht mehr bedient; die verbundenen wurden getrennt.',
    confirm: {
      title: 'Alte Ladestationen bedienen?',
      yes: 'Alte Ladestationen bedienen',
    },
  },
  keys: {
    title: 'Gezeigtes Zertifikat',
    both: 'Jeder Ladestation wird das Zertifikat gezeigt, das sie annimmt, mit EC-Schlüssel (P-256) oder RSA-Schlüssel (2048 Bit). Es gibt nichts zu wählen.',
    one: 'Mit Fenster zeigt Chargehand wegen seiner TLS-Bibliothek nur ein Zertifikat. Ohne Fenster (--headless) zeigt es beide, jeder Ladestation das, das sie annimmt.',
    ec: 'EC-Schlüssel (P-256)',
    ecMeans: 'Für Ladestationen mit ECDHE-ECDSA-Verfahren oder TLS 1.3: fast alle neueren.',
    rsa: 'RSA-Schlüssel (2048 Bit)',
    rsaMeans: 'Für Ladestationen, die nur Verfahren mit RSA kennen: viele mit OCPP 1.6.',
    saved: 'Ladestationen, die sich ab jetzt verbinden, wird das Zertifikat gezeigt: {{name}}.',
  },
}
