import type { Translated } from './allWords'

/** What is called the same in every language: names of products, protocols and formats, and their parts. */
const TERMS =
  /\b(Chargehand|OCPP(?:-J)?|EVSE|TLS|CSR|CRL|OCSP|PKI|CA|CSMS|URL|PEM|DER|CSV|XLSX|PDF|PIN|JSON|JSONL|PKCS ?#?1[02]|SHA-256|SHA|RSA|HTTPS?|MQTTS?|MQTT|WSS?|API|USB|UID|IMSI|ICCID|VAT|SSID|NFC|RFID|ID|OK|ISO ?\d+(?:-\d+)?|MAC|IP|OpenAPI|Mosquitto|Home Assistant|HTML|MasterPass|Python|paho-mqtt|AWS IoT|Basic|Bearer|Excel|Plug & Charge|DataTransfer|SIM|CP_1)\b/g

/** Units and other letters that need no translation: kW, kWh, min, h, s, A, V, W, %. */
const UNITS = /\b(kWh|kW|Wh|W|A|V|h|min|s|ms|MB|kB|d|vs)\b/g

/** Words that a language spells as English does: they are words of its own by now. */
const BORROWED: Readonly<Record<Translated, readonly string[]>> = {
  de: [
    'Administrator',
    'Demo',
    'Export',
    'Filter',
    'Firmware',
    'Format',
    'Hash',
    'Import',
    'In',
    'Link',
    'Monitor',
    'Name',
    'Offline',
    'Organisation',
    'Parameter',
    'Passphrase',
    'Pause',
    'Port',
    'Problem',
    'Server',
    'Software',
    'Solar',
    'Start',
    'Starts',
    'Station',
    'Status',
    'System',
    'Test',
    'Text',
    'Token',
    'Topic',
    'Topics',
    'Variable',
    'Version',
    'optional',
  ],
  ko: [],
  zh: [],
}

/** Names of files: in letters that every system of files can write. */
const FILE_NAME = /^[\w{}-]+\.(csv|xlsx|pdf|jsonl?|txt|pem|crt)$/

/** Whether a text may be the same as the English one: it has nothing but terms, units, places and such words. */
export function mayStayEnglish(language: Translated, text: string): boolean {
  if (FILE_NAME.test(text)) return true
  const rest = text
    .replace(/\{\{\s*\w+\s*\}\}/g, '')
    .replace(TERMS, '')
    .replace(UNITS, '')
  const words = rest.match(/\p{L}{2,}/gu) ?? []
  return words.every((word) => BORROWED[language].includes(word))
}
