import type { Translated } from './problems'

/** What is called the same in every language: names of products, protocols and formats, and their parts. */
const TERMS =
  /\b(Chargehand|OCPP(?:-J)?|EVSE|TLS|CSR|CRL|OCSP|PKI|CA|CSMS|URL|PEM|DER|CSV|XLSX|PDF|PIN|JSON|JSONL|PKCS ?#?1[02]|SHA-256|SHA|RSA|HTTPS?|MQTTS?|MQTT|WSS?|API|USB|UID|IMSI|ICCID|VAT|SSID|NFC|RFID|ID|OK|ISO ?\d+(?:-\d+)?|MAC|IP|OpenAPI|Mosquitto|Home Assistant|Basic|Bearer|Excel|Plug & Charge|DataTransfer|SIM)\b/g

/** Units and other letters that need no translation: kW, kWh, min, h, s, A, V, W, %. */
const UNITS = /\b(kWh|kW|Wh|W|A|V|h|min|s|ms|MB|kB|d|vs)\b/g

/** Words that a language spells as English does, each by its path and with its reason. */
const BORROWED: Readonly<Record<Translated, Readonly<Record<string, string>>>> = {
  de: {},
  ko: {},
  zh: {},
}

/** Whether a text may be the same as the English one: it has nothing but terms and places, or a reason of its own. */
export function mayStayEnglish(language: Translated, path: string, text: string): boolean {
  if (path in BORROWED[language]) return true
  const rest = text
    .replace(/\{\{\s*\w+\s*\}\}/g, '')
    .replace(TERMS, '')
    .replace(UNITS, '')
  return !/\p{L}{2}/u.test(rest)
}
