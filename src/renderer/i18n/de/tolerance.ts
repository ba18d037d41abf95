import type { Translation } from '@shared/words/translation'
import type { tolerance as EnglishTolerance } from '../en/tolerance'

export const tolerance: Translation<typeof EnglishTolerance> = {
  strict: {
    title: 'Wie genau sie sich an OCPP halten muss',
    tolerant: 'Nachsichtig',
    tolerantHint:
      'Was von der OCPP-Spezifikation abweicht und niemandem schadet, wird angenommen und unten aufgeführt.',
    strict: 'Streng',
    strictHint:
      'Keine Abweichung wird angenommen und nichts vor einem angenommenen Start bedient, wie es die Zertifizierungstests wollen. Abgelehnte Nachrichten können bei der Station verloren gehen.',
    saved: {
      strict: '{{identity}} wird von jetzt an streng nach OCPP bedient',
      tolerant: '{{identity}} wird wieder nachsichtig bedient',
    },
  },
  list: {
    title: 'Ihre Eigenheiten',
    empty: 'Bisher keine: Alles, was diese Station gesendet hat, hält sich an die Spezifikation.',
    never: 'Die Station hat sich noch nie gemeldet. Was sie anders macht als die Spezifikation, wird hier aufgeführt.',
    accepted: 'Angenommen',
    refused: 'Abgelehnt',
    accept: 'Annehmen: {{what}}',
    saved: { accepted: 'Von jetzt an angenommen: {{what}}', refused: 'Von jetzt an abgelehnt: {{what}}' },
    noted: 'Nur vermerkt: Es lässt sich nicht ablehnen.',
    strictNow: 'Abgelehnt, solange sie streng bedient wird',
    times: '{{times}}-mal gesehen in {{place}}, zuletzt {{when}}',
    once: 'Einmal gesehen in {{place}}, {{when}}',
    more_one: 'und an {{count}} weiteren Stelle',
    more_other: 'und an {{count}} weiteren Stellen',
  },
  what: '{{station}} {{quirk}}',
  quirk: {
    'extra-field': 'sendet Felder, die die Spezifikation nicht hat',
    'null-field': 'schreibt null, wo ein Feld fehlen sollte',
    'empty-list': 'schreibt eine leere Liste, wo sie fehlen sollte',
    'number-as-text': 'schreibt Zahlen als Text',
    'text-as-number': 'schreibt Zahlen, wo Text hingehört',
    'truth-as-text': 'schreibt ja und nein als Text oder Zahl',
    fraction: 'sendet Brüche, wo ganze Zahlen hingehören; sie werden gerundet',
    'many-decimals': 'sendet mehr Nachkommastellen als erlaubt; sie werden gerundet',
    'letter-case': 'schreibt Auswahlwerte mit anderen Buchstaben („available“, „SUSPENDED_EV“)',
    celcius: 'schreibt die Einheit Celsius anders',
    'unknown-choice': 'nennt eigene Gründe oder Fehlercodes; sie zählen als „other“',
    'unknown-reading':
      'misst Größen, für die OCPP kein Wort hat; sie werden aufbewahrt und zählen nicht zum Ladevorgang',
    'time-without-zone': 'sendet Zeiten ohne Zeitzone; sie zählen als UTC',
    'long-text': 'sendet zu lange Beschreibungen; sie werden gekürzt',
    'missing-time': 'lässt die Zeit von Nachrichten weg; es zählt ihre Ankunft',
    'stream-times': 'schreibt in ihren Messreihen ganze Zeiten statt Sekunden seit deren Anfang',
    'missing-field': 'lässt Pflichtfelder weg, die hier nicht gebraucht werden',
    'extra-frame-parts': 'sendet Nachrichten mit mehr Teilen, als eine Nachricht hat; sie werden weggelassen',
    'action-spelling': 'schreibt die Namen von Nachrichten auf eigene Art',
    'error-spelling': 'antwortet mit Fehlercodes, die ihre Version nicht hat',
    'long-message-id': 'benutzt Nachrichten-IDs mit mehr als 36 Zeichen',
    'calls-in-advance': 'sendet ihre nächste Nachricht, bevor die letzte beantwortet ist',
    'no-boot': 'hat nie ein BootNotification gesendet',
    'transaction-minus-one': 'sendet die Transaktion −1: Sie hat die Nummer ihrer Transaktion nie erhalten',
  },
}
