import type { options as EnglishOptions } from '../en/options'
import type { Translation } from '../translation'

export const options: Translation<typeof EnglishOptions> = {
  help: {
    usage: 'Aufruf: {{command}} [Optionen]',
    about:
      'Zentralsystem für die Ladestationen eines Standorts, mit seiner Konsole. Die Befehlszeile geht vor der Umgebung.',
    fallback: 'Voreinstellung: {{value}}.',
    variable: 'Auch {{name}}.',
  },
  option: {
    data: {
      sentence: 'Ordner mit der Datenbank, den Schlüsseln und dem Protokoll.',
      fallback: 'ein Ordner dieses Kontos',
    },
    bind: {
      sentence: 'Netzadresse, auf der Verbindungen von Ladestationen angenommen werden.',
      fallback: '0.0.0.0, jedes Netz dieses Rechners',
    },
    'ocpp-port': {
      sentence: 'Port für Ladestationen ohne TLS (ws://); 0 nimmt einen freien.',
      fallback: '{{port}}',
    },
    'tls-port': {
      sentence: 'Port für Ladestationen mit TLS (wss://); 0 nimmt einen freien.',
      fallback: '{{port}}, ein freier mit --ocpp-port 0',
    },
    'mqtt-port': {
      sentence:
        'Eigener Port für MQTT mit TLS, etwa 8883, für Geräte, die es nicht über ALPN verlangen können; 0 nimmt einen freien.',
      fallback: 'keiner, Geräte benutzen den Port mit TLS',
    },
    'home-assistant': {
      sentence: 'Die Ladestationen bei Home Assistant über MQTT ankündigen, sodass sie dort von selbst erscheinen.',
    },
    'pki-url': {
      sentence:
        'Adresse des Ports ohne TLS, etwa http://192.0.2.10:9000, damit neue Zertifikate von Ladestationen sagen, wo sie sich prüfen lassen (CRL, OCSP).',
      fallback: 'keine, Zertifikate nennen keine Adresse',
    },
    'web-port': {
      sentence: 'Port der Konsole für einen Browser auf diesem Rechner (127.0.0.1); 0 nimmt einen freien.',
      fallback: '{{port}} mit --headless, sonst keiner',
    },
    'api-port': {
      sentence: 'Port für Skripte (die Schnittstelle zur Automatisierung); 0 nimmt einen freien.',
      fallback: 'wie auf der Seite „Einstellungen“, zuerst keiner; ein freier mit --demo',
    },
    'api-bind': {
      sentence: 'Netzadresse des Ports für Skripte. Auf jeder außer der dieses Rechners selbst spricht er TLS.',
      fallback: '127.0.0.1, Skripte auf diesem Rechner',
    },
    metrics: {
      sentence:
        'Prometheus unter /metrics der Konsole für einen Browser Messwerte geben, für Programme auf diesem Rechner, ohne Anmeldung.',
    },
    headless: {
      sentence: 'Kein Fenster öffnen; die Konsole stattdessen einem Browser anbieten.',
    },
    demo: {
      sentence: 'Einen Wegwerf-Datenordner mit drei virtuellen Ladestationen benutzen. Nichts wird aufbewahrt.',
    },
    json: {
      sentence: 'Die Bereit-Zeile als JSON ausgeben.',
    },
    'passphrase-file': {
      sentence:
        'Datei, deren erste Zeile die Passphrase ist, die die privaten Schlüssel schützt. CHARGEHAND_PASSPHRASE gibt die Passphrase selbst an.',
      fallback: 'Schlüssel sind vom System oder durch eine Schlüsseldatei geschützt',
    },
    restore: {
      sentence:
        'Den Standort dieser Sicherung im Datenordner wiederherstellen, der noch keinen enthalten darf, und enden.',
    },
    'check-backup': {
      sentence:
        'Nachweisen, dass sich diese Sicherung öffnet, sagen, was darin ist, und enden. Kein Standort wird angerührt.',
    },
    'backup-passphrase-file': {
      sentence:
        'Datei, deren erste Zeile die Passphrase der Sicherung ist. CHARGEHAND_BACKUP_PASSPHRASE gibt die Passphrase selbst an.',
      fallback: 'wird im Terminal erfragt',
    },
    'recover-administrator': {
      sentence:
        'Diesen Bediener mit einem neuen Passwort zum Administrator machen, das Passwort ausgeben und enden. Chargehand darf nicht laufen.',
    },
    help: {
      sentence: 'Diesen Text ausgeben und enden.',
    },
    version: {
      sentence: 'Die Version ausgeben und enden.',
    },
  },
  recovered: '{{name}} ist Administrator. Passwort: {{password}} (wählen Sie nach dem Anmelden ein anderes)',
  problem: {
    noOperators: 'findet niemanden: Es gibt keine Bediener, und niemand muss sich anmelden.',
    noOperator: 'nennt niemanden. Die Bediener sind: {{names}}.',
    unknown: 'ist keine Option.',
    unknownNear: 'ist keine Option. Meinten Sie --{{name}}?',
    twice: 'ist zweimal angegeben.',
    takesNoValue: 'nimmt keinen Wert.',
    needsValue: 'braucht einen Wert ({{value}}).',
    notYesOrNo: '„{{given}}“ ist weder 1 noch 0.',
    noPort: '„{{given}}“ ist keine Portnummer (0 bis 65535).',
    noAddress: '„{{given}}“ ist keine Netzadresse wie 192.0.2.10, :: oder 0.0.0.0.',
    noHttpOrigin: '„{{given}}“ ist keine Adresse wie http://192.0.2.10:9000, ohne etwas dahinter.',
    passphraseTwice: 'geben Sie entweder eine Datei oder {{variable}} an, nicht beides.',
    demoFolder: 'benutzt einen eigenen Wegwerf-Ordner; lassen Sie --data und CHARGEHAND_DATA weg.',
    folderNotMade: 'der Ordner {{folder}} lässt sich nicht anlegen ({{reason}}).',
    notTogether: 'geht nicht zusammen mit {{other}}.',
    passphraseMissing: 'die Passphrase ist nötig, und hier kann niemand gefragt werden.',
    passphraseUnreadable: 'die Datei {{file}} lässt sich nicht lesen.',
    passphraseEmpty: 'die erste Zeile von {{file}} ist leer.',
  },
}
