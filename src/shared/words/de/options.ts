import type { options as EnglishOptions } from '../en/options'
import type { Translation } from '../translation'

export const options: Translation<typeof EnglishOptions> = {
  help: {
    usage: 'Aufruf: {{command}} [Optionen]',
    about:
      'Zentralsystem für die Ladestationen eines Standorts, mit seiner Konsole. Die Befehlszeile gilt vor der Umgebung.',
    fallback: 'Vorgabe: {{value}}.',
    variable: 'Auch {{name}}.',
  },
  option: {
    data: {
      sentence: 'Ordner für die Datenbank, die Schlüssel und das Protokoll.',
      fallback: 'ein Ordner dieses Kontos',
    },
    bind: {
      sentence: 'Netzwerkadresse, unter der sich Ladestationen verbinden.',
      fallback: '0.0.0.0, jedes Netzwerk dieses Computers',
    },
    'ocpp-port': {
      sentence: 'Port für Ladestationen ohne TLS (ws://); 0 nimmt irgendeinen freien.',
      fallback: '{{port}}',
    },
    'tls-port': {
      sentence: 'Port für Ladestationen mit TLS (wss://); 0 nimmt irgendeinen freien.',
      fallback: '{{port}}, mit --ocpp-port 0 irgendein freier',
    },
    'mqtt-port': {
      sentence:
        'Port nur für MQTT mit TLS, etwa 8883, für Geräte, die nicht mit ALPN danach fragen können; 0 nimmt irgendeinen freien.',
      fallback: 'keiner, Geräte benutzen den Port mit TLS',
    },
    'home-assistant': {
      sentence: 'Die Ladestationen über MQTT bei Home Assistant ankündigen, damit sie dort von selbst erscheinen.',
    },
    'pki-url': {
      sentence:
        'Adresse des Ports ohne TLS, etwa http://192.0.2.10:9000; in neuen Zertifikaten von Ladestationen steht damit, wo sie geprüft werden können (CRL, OCSP).',
      fallback: 'keine, Zertifikate nennen keine Adresse',
    },
    'web-port': {
      sentence: 'Port der Konsole für einen Browser auf diesem Computer (127.0.0.1); 0 nimmt irgendeinen freien.',
      fallback: '{{port}} mit --headless, sonst keiner',
    },
    'api-port': {
      sentence: 'Port für Skripte (die Automatisierungs-API); 0 nimmt irgendeinen freien.',
      fallback: 'wie in den Einstellungen, zuerst keiner; mit --demo irgendein freier',
    },
    'api-bind': {
      sentence:
        'Netzwerkadresse des Ports für Skripte. Auf jeder anderen als der dieses Computers selbst spricht er TLS.',
      fallback: '127.0.0.1, Skripte auf diesem Computer',
    },
    headless: {
      sentence: 'Kein Fenster öffnen; die Konsole stattdessen für einen Browser bereitstellen.',
    },
    demo: {
      sentence: 'Einen Wegwerf-Datenordner mit drei virtuellen Ladestationen benutzen. Nichts wird behalten.',
    },
    json: {
      sentence: 'Die Bereitschaftszeile als JSON ausgeben.',
    },
    'passphrase-file': {
      sentence:
        'Datei, deren erste Zeile die Passphrase ist, die die privaten Schlüssel schützt. CHARGEHAND_PASSPHRASE gibt die Passphrase selbst an.',
      fallback: 'Schlüssel schützt das System oder eine Schlüsseldatei',
    },
    restore: {
      sentence:
        'Den Standort aus dieser Sicherung im Datenordner wiederherstellen, der noch keinen enthalten darf, und enden.',
    },
    'check-backup': {
      sentence:
        'Erproben, dass sich diese Sicherung öffnet, sagen, was sie enthält, und enden. Kein Standort wird angerührt.',
    },
    'backup-passphrase-file': {
      sentence:
        'Datei, deren erste Zeile die Passphrase der Sicherung ist. CHARGEHAND_BACKUP_PASSPHRASE gibt die Passphrase selbst an.',
      fallback: 'wird im Terminal erfragt',
    },
    'recover-administrator': {
      sentence:
        'Diesen Bediener zum Administrator mit einem neuen Passwort machen, es ausgeben und enden. Chargehand darf dabei nicht laufen.',
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
    noAddress: '„{{given}}“ ist keine Netzwerkadresse wie 192.0.2.10, :: oder 0.0.0.0.',
    noHttpOrigin: '„{{given}}“ ist keine Adresse wie http://192.0.2.10:9000, ohne etwas dahinter.',
    passphraseTwice: 'geben Sie entweder eine Datei oder {{variable}} an, nicht beides.',
    demoFolder: 'benutzt einen eigenen Wegwerf-Ordner; lassen Sie --data und CHARGEHAND_DATA weg.',
    folderNotMade: 'der Ordner {{folder}} lässt sich nicht anlegen ({{reason}}).',
    notTogether: 'verträgt sich nicht mit {{other}}.',
    passphraseMissing: 'die Passphrase wird gebraucht, und hier kann niemand gefragt werden.',
    passphraseUnreadable: 'die Datei {{file}} ist nicht lesbar.',
    passphraseEmpty: 'die erste Zeile von {{file}} ist leer.',
  },
}
