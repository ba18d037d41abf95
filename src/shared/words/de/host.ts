import type { host as EnglishHost } from '../en/host'
import type { Translation } from '../translation'

export const host: Translation<typeof EnglishHost> = {
  ready: {
    running: 'Chargehand ist bereit.',
    setup: 'Chargehand ist bereit zum Einrichten; danach nimmt es Verbindungen von Ladestationen an.',
    console: 'Konsole (öffnet sich einmal): {{url}}',
    window: 'Konsole: in ihrem Fenster',
    chargers: 'Ladestationen: {{urls}}',
    api: 'Skripte: {{url}}',
    noTls: 'Kein TLS: {{reason}}',
    noPort: 'Keine Ladestation kann sich verbinden: Auch der Port ohne TLS ist geschlossen (Einstellungen).',
    data: 'Daten: {{folder}}',
    demoData: 'Demo, nichts wird aufbewahrt: {{folder}}',
    keys: {
      system: 'Schlüssel: vom System geschützt',
      'key-file': 'Schlüssel: durch eine Schlüsseldatei im Datenordner geschützt',
      passphrase: 'Schlüssel: durch die Passphrase geschützt',
    },
  },
  page: {
    linkNeededTitle: 'Diese Konsole braucht ihren Link',
    linkNeeded:
      'Öffnen Sie den Link, den Chargehand beim Start ausgegeben hat. Er gilt einmal. Ein frischer liegt immer in der Datei „{{file}}“ im Datenordner dieses Rechners.',
    linkSpentTitle: 'Dieser Link gilt nicht mehr',
    linkSpent:
      'Er wurde schon benutzt oder ist zu alt. Ein frischer liegt in der Datei „{{file}}“ im Datenordner dieses Rechners.',
    opening: 'Die Konsole wird geöffnet',
    noSuchCall: 'Diesen Aufruf gibt es nicht. /api/openapi.json führt alle auf.',
    notFound: 'Unter dieser Adresse ist nichts.',
    notBuilt: 'In dieser Installation fehlt die Konsole. Bauen Sie sie, oder installieren Sie Chargehand erneut.',
  },
  tray: {
    show: 'Konsole anzeigen',
    quit: 'Chargehand beenden',
    listening: 'Erreichbar unter {{url}}',
    notSetUp: 'Noch nicht eingerichtet',
    locked: 'Gesperrt',
    connected_one: '1 Station verbunden',
    connected_other: '{{count}} Stationen verbunden',
  },
  quit: {
    title: 'Chargehand beenden?',
    connected_one: '1 Station ist verbunden.',
    connected_other: '{{count}} Stationen sind verbunden.',
    detail:
      'Solange Chargehand geschlossen ist, werden sie nicht bedient: Karten werden nicht erkannt, und jede Ladestation entscheidet nach ihrer eigenen Liste. Schließen Sie stattdessen nur das Fenster, läuft der Server im Infobereich weiter.',
    confirm: 'Chargehand beenden',
    stay: 'Weiterlaufen lassen',
  },
  menu: {
    program: 'Chargehand',
    close: 'Fenster schließen',
    lock: 'Sperren',
    quit: 'Chargehand beenden',
    edit: 'Bearbeiten',
    view: 'Ansicht',
    actualSize: 'Originalgröße',
    zoomIn: 'Größer',
    zoomOut: 'Kleiner',
    fullScreen: 'Vollbild',
    go: 'Gehe zu',
    pages: {
      overview: 'Übersicht',
      stations: 'Stationen',
      sessions: 'Ladevorgänge',
      cards: 'Karten',
      requests: 'Anforderungen',
      certificates: 'Zertifikate',
      events: 'Ereignisse',
      settings: 'Einstellungen',
    },
  },
  notification: {
    request: {
      title: 'Ein Zertifikat wird angefordert',
      body_one: '1 Anforderung wartet auf Ihre Entscheidung.',
      body_other: '{{count}} Anforderungen warten auf Ihre Entscheidung.',
    },
    station: {
      title: 'Eine Station möchte herein',
      body_one: '1 Station wartet auf Zulassung.',
      body_other: '{{count}} Stationen warten auf Zulassung.',
    },
    card: {
      title: 'Eine unbekannte Karte wurde vorgehalten',
      body_one: '1 unbekannte Karte kann aufgenommen werden.',
      body_other: '{{count}} unbekannte Karten können aufgenommen werden.',
    },
    fault: {
      title: '{{station}} hat eine Störung',
      body: 'EVSE {{evse}} ist gestört. Öffnen Sie die Station, um zu sehen, warum.',
    },
    gone: {
      title: '{{station}} ist nicht erreichbar',
      body: 'Sie ist seit {{minutes}} Minuten nicht verbunden. Prüfen Sie Strom und Netz.',
    },
    backup: { title: 'Die Sicherung ist misslungen' },
    update: {
      title: 'Chargehand {{version}} ist da',
      body: 'Was neu ist, steht in den Einstellungen unter „Aktualisierungen“. Nichts installiert sich von selbst.',
    },
    locked: {
      fault: 'Eine Station hat eine Störung',
      gone: 'Eine Station ist nicht erreichbar',
      backup: 'Die Sicherung ist misslungen',
      body: 'Melden Sie sich an, um mehr zu sehen.',
    },
  },
  alreadyRunning: 'Chargehand läuft mit diesem Datenordner schon; sein Fenster wurde nach vorn geholt.',
  startFailed: 'Chargehand konnte nicht starten',
  endedByFault: 'Chargehand wurde nach einem unerwarteten Fehler beendet ({{reason}}). Das Protokoll sagt mehr.',
  endedUncleanly:
    'Chargehand ist beendet, aber nicht alles ließ sich schließen ({{reason}}). Was bestätigt war, ist erhalten.',
}
