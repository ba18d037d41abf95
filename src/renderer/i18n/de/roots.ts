import type { Translation } from '@shared/words/translation'
import type { roots as EnglishRoots } from '../en/roots'

export const roots: Translation<typeof EnglishRoots> = {
  title: 'Wurzeln, denen sie vertraut',
  asked: 'Nach ihrer Auskunft {{when}}',
  none: 'Sie sagt, dass sie keine dieser Art hat.',
  site: {
    has: 'Sie hat die Wurzel dieses Standorts, nach eigener Auskunft.',
    'has-not':
      'Sie hat die Wurzel dieses Standorts nicht, nach eigener Auskunft. Ohne sie kann sie diesen Server nicht prüfen.',
    unknown: 'Ob sie die Wurzel dieses Standorts hat, ist nicht bekannt: Sie wurde noch nicht gefragt.',
  },
  next: {
    has: 'Sie hat auch die nächste Wurzel, nach eigener Auskunft.',
    'has-not': 'Sie hat die nächste Wurzel noch nicht.',
    unknown: 'Ob sie die nächste Wurzel hat, ist nicht bekannt.',
  },
  use: {
    'central-system-root': 'Um diesen Server zu prüfen',
    'manufacturer-root': 'Um Firmware zu prüfen',
    'v2g-root': 'V2G',
    'mo-root': 'Verträge von Fahrzeugen',
    'oem-root': 'Fahrzeuge',
  },
  kind: {
    'site-root': 'Wurzel dieses Standorts',
    'next-root': 'Nächste Wurzel dieses Standorts',
    'old-root': 'Alte Wurzel dieses Standorts',
    'retired-root': 'Stillgelegte Wurzel dieses Standorts',
    'installed-here': 'Von hier installiert',
    unknown: 'Nicht von diesem Standort',
  },
  crossSigned: 'von der vorigen Wurzel signiert',
  until: 'läuft ab {{when}}',
  number: 'Seriennummer',
  ask: 'Fragen, was sie hat',
  install: 'Wurzel dieses Standorts installieren',
  installNext: 'Nächste Wurzel installieren',
  remove: 'Entfernen',
  removeOf: '{{what}} entfernen',
  confirm: {
    title: 'Die Wurzel von {{identity}} entfernen?',
    text: 'Die Ladestation nimmt dann nichts mehr an, was nur zu dieser Wurzel führt.',
    needed:
      '{{identity}} erkennt diesen Server allein an dieser Wurzel. Ohne sie kann sie sich nicht mehr mit TLS verbinden, und Sie müssen zum Beheben vor Ort sein.',
    yes: 'Wurzel entfernen',
    evenSo: 'Trotzdem entfernen',
  },
  other: {
    open: 'Andere Wurzel installieren …',
    title: 'Eine andere Wurzel auf {{identity}} installieren',
    text: 'Nur eine echte Wurzel wird gesendet: ein einziges Zertifikat, mit dem eigenen Schlüssel signiert, das Zertifikate ausstellen darf und nicht abgelaufen ist.',
    use: 'Wofür sie gilt',
    pem: 'Zertifikat (PEM)',
    yes: 'Wurzel installieren',
  },
  noRoot: {
    'not-one-certificate': 'Das ist nicht ein einzelnes Zertifikat in PEM-Form.',
    'too-long': 'Dieses Zertifikat ist länger, als eine Ladestation annimmt (5500 Zeichen).',
    'no-ca': 'Dieses Zertifikat ist nicht das einer Zertifizierungsstelle (CA:TRUE fehlt).',
    'not-self-signed': 'Dieses Zertifikat ist nicht mit dem eigenen Schlüssel signiert, also keine Wurzel.',
    'must-not-sign': 'Dieses Zertifikat darf keine anderen Zertifikate signieren (keyCertSign fehlt).',
    ended: 'Dieses Zertifikat ist abgelaufen.',
    'not-yet-valid': 'Dieses Zertifikat ist noch nicht gültig.',
  },
  outcome: {
    sent: 'An {{identity}} gesendet. Die Antwort erscheint hier.',
    waiting: '{{identity}} ist nicht verbunden: Es geht hinaus, wenn sie wieder da ist.',
    offline: '{{identity}} ist nicht verbunden.',
    'not-there': '{{identity}} hat keine solche Wurzel genannt. Fragen Sie noch einmal.',
    'no-such-root': 'Es gibt keine nächste Wurzel.',
  },
  newest: {
    waiting: 'Wartet, bis es an der Reihe ist: {{what}}',
    sent: 'Gesendet, noch ohne Antwort: {{what}}',
    refused: 'Sie hat abgelehnt: {{what}} ({{status}})',
    failed: 'Sie hat mit einem Fehler geantwortet: {{what}} ({{status}})',
    unknown: 'Es kam keine Antwort: {{what}}',
    offline: 'Nicht gesendet, sie war nicht verbunden: {{what}}',
    open: 'Ihre Befehle öffnen',
  },
  action: {
    GetInstalledCertificateIds: 'ihre Wurzeln aufführen',
    InstallCertificate: 'eine Wurzel installieren',
    DeleteCertificate: 'eine Wurzel entfernen',
  },
}
