import type { Translation } from '@shared/words/translation'
import type { shell as EnglishShell } from '../en/shell'

export const shell: Translation<typeof EnglishShell> = {
  skip: 'Zum Inhalt springen',
  navigation: 'Hauptnavigation',
  collapse: 'Navigation einklappen',
  expand: 'Navigation ausklappen',
  pages: {
    overview: 'Übersicht',
    stations: 'Stationen',
    sessions: 'Ladevorgänge',
    reports: 'Berichte',
    cards: 'Karten',
    requests: 'Anforderungen',
    certificates: 'Zertifikate',
    devices: 'Geräte',
    files: 'Dateien',
    events: 'Ereignisse',
    log: 'Protokoll',
    settings: 'Einstellungen',
  },
  waiting: {
    stations_one: '{{count}} Station wartet',
    stations_other: '{{count}} Stationen warten',
    cards_one: '{{count}} unbekannte Karte',
    cards_other: '{{count}} unbekannte Karten',
    requests_one: '{{count}} Anforderung wartet',
    requests_other: '{{count}} Anforderungen warten',
  },
  strip: {
    search: 'Suchen',
    label: 'Zustand des Standorts',
    listening: 'Bereit: {{address}}',
    addresses: 'Adressen für Ladestationen',
    addressesHint: 'Geben Sie eine davon in eine Ladestation ein, mit deren Namen (etwa CP_1) am Ende.',
    noTls: 'Keine Adresse mit TLS (wss://): {{reason}}',
    notListening: 'Nicht erreichbar: Keine Ladestation kann sich verbinden',
    notListeningHint:
      'Der Port ohne TLS ist geschlossen (Einstellungen, „Wie Ladestationen diesen Rechner erreichen“), und der mit TLS ließ sich nicht öffnen. Öffnen Sie den ersten, oder kümmern Sie sich um den zweiten und starten Sie Chargehand neu.',
    noAddress: 'Keine Netzadresse: Keine Ladestation kann sich verbinden',
    connected_one: '{{connected}} von {{count}} Station verbunden',
    connected_other: '{{connected}} von {{count}} Stationen verbunden',
    noStations: 'noch keine Station zugelassen',
    demo: 'Demo',
    demoHint: 'Alles hier liegt in einem Wegwerf-Ordner.',
    address: 'Adresse',
  },
  theme: {
    label: 'Farben',
    system: 'Wie das System',
    light: 'Hell',
    dark: 'Dunkel',
  },
  language: 'Sprache',
  link: {
    connecting: 'Verbindung zum Server wird aufgebaut …',
    lost: 'Die Verbindung zu Chargehand ging um {{when}} verloren. Diese Ansicht zeigt den letzten bekannten Stand und verbindet sich von selbst wieder.',
    lockedOut:
      'Chargehand kennt diesen Browser nicht mehr: Es wurde neu gestartet, oder Sie waren eine Woche fort. Öffnen Sie den Link, den es ausgegeben hat, oder den in der Datei „console-link.txt“ in seinem Datenordner; diese Ansicht macht dann von selbst weiter.',
    tryNow: 'Jetzt versuchen',
    never: 'Der Server antwortet nicht',
    neverBody:
      'Diese Konsole erreicht Chargehand nicht. Wurde es neu gestartet, öffnen Sie den neuen Link, den es ausgegeben hat; sonst warten Sie einen Augenblick, es wird immer wieder versucht.',
  },
  arrivals: {
    station: '{{identity}} möchte herein.',
    card: 'Unbekannte Karte {{token}} an {{station}} gesehen.',
    request: 'Zertifikatsanforderung von {{station}}.',
  },
  roles: {
    viewer: 'Betrachter',
    operator: 'Bediener',
    officer: 'Zertifikatsbeauftragter',
    administrator: 'Administrator',
  },
  operatorMenu: {
    label: '{{name}}, {{role}}',
    secret: 'Meine PIN, mein Passwort',
    lock: 'Sperren',
  },
}
