import type { Translation } from '@shared/words/translation'
import type { certificates as EnglishCertificates } from '../en/certificates'

export const certificates: Translation<typeof EnglishCertificates> = {
  title: 'Zertifikate',
  authority: {
    heading: 'Die Zertifizierungsstelle des Standorts',
    root: 'Wurzel',
    'root-list': 'Sperrliste der Wurzel',
    rootText:
      'Installieren Sie dieses Zertifikat auf jeder Ladestation als Wurzel ihres Zentralsystems. Damit kann eine Ladestation alles prüfen, was dieser Standort signiert.',
    issuing: 'Ausstellende CA',
    issuingText:
      'Stellt die Zertifikate der Ladestationen aus. Sie reist mit jedem davon mit und muss nicht installiert werden.',
    downloadRoot: 'Stammzertifikat speichern',
    downloadChain: 'Kette speichern (ausstellende CA und Wurzel)',
    copyRoot: 'Stammzertifikat kopieren',
    rootFile: '{{site}} Wurzel.pem',
    chainFile: '{{site}} Kette.pem',
    rootCertificate: 'Stammzertifikat',
    saved: '„{{file}}“ liegt bei den Downloads dieses Rechners.',
  },
  keyStore: {
    heading: 'Private Schlüssel',
    system: 'Die privaten Schlüssel sind mit dem Schlüsselspeicher dieses Rechners verschlüsselt.',
    'key-file':
      'Die privaten Schlüssel sind mit einer Schlüsseldatei im Datenordner verschlüsselt, die nur dieses Konto lesen darf.',
    passphrase: 'Die privaten Schlüssel sind mit Ihrer Passphrase verschlüsselt.',
    advice: {
      system: 'Sie lassen sich nur mit Ihrem Konto auf diesem Rechner benutzen.',
      'key-file':
        'Bewahren Sie eine Kopie des Datenordners an einem sicheren Ort auf: Ohne die Schlüsseldatei kann niemand mehr signieren.',
      passphrase: 'Ohne die Passphrase kann niemand mehr signieren.',
    },
  },
  issued: {
    heading: 'Für Stationen ausgestellt',
    list: 'Für Stationen ausgestellte Zertifikate, neueste zuerst',
    empty: 'Noch kein Zertifikat ausgestellt',
    emptyText:
      'Wenn Sie eine Zertifikatsanforderung genehmigen, steht das Zertifikat hier, mit seinem Ablauf und der Antwort der Ladestation.',
    nothingFound: 'Kein Zertifikat für diese Station',
    column: {
      station: 'Station',
      issued: 'Ausgestellt',
      expires: 'Läuft ab',
      standing: 'Status',
      delivery: 'Zustellung',
      serial: 'Seriennummer',
    },
  },
  facts: {
    subject: 'Inhaber (Subject)',
    issuer: 'Aussteller',
    serialNumber: 'Seriennummer',
    validFrom: 'Gültig ab',
    validUntil: 'Gültig bis',
    key: 'Schlüssel',
    sha256: 'Fingerabdruck (SHA-256)',
    fingerprint: 'Fingerabdruck',
    number: 'Seriennummer',
    copyPem: 'Zertifikat kopieren',
    pem: 'Zertifikat',
    save: 'Zertifikat speichern',
    stationFile: '{{station}} Zertifikat.pem',
  },
  standing: {
    valid: 'Gültig',
    'ends-soon': 'Läuft bald ab',
    ended: 'Abgelaufen',
    'not-yet-valid': 'Noch nicht gültig',
    revoked: 'Widerrufen',
  },
  calendar: {
    today: 'Heute',
    endsOn: 'Läuft am {{date}} ab.',
    heading: 'Was wann abläuft',
    text: 'Einen Monat vor Ablauf des alten werden Ladestationen um ein neues Zertifikat gebeten. Beide gelten, bis die Ladestation mit dem neuen gesehen wurde.',
    showAll: 'Alle {{count}} anzeigen',
    showFewer: 'Weniger anzeigen',
    openRequest: 'Anforderung öffnen',
    openCommands: 'Befehle öffnen',
    plan: {
      'will-ask': 'Wird ab {{when}} um ein neues gebeten, wenn sie verbunden ist.',
      asked: {
        silent: 'Am {{when}} gebeten, ohne Antwort. Ab {{again}} noch einmal.',
        yes: 'Am {{when}} gebeten; sie hat zugesagt, und ihre Anforderung ist noch nicht da. Ab {{again}} noch einmal.',
        no: 'Am {{when}} gebeten; sie hat abgelehnt. Ab {{again}} noch einmal.',
      },
      'given-up_one': 'Einmal gebeten, und es kam keine Anforderung. Erneuern Sie es an der Ladestation.',
      'given-up_other': '{{count}}-mal gebeten, und es kam keine Anforderung. Erneuern Sie es an der Ladestation.',
      'request-waits': 'Ihre Anforderung eines neuen wartet auf Ihre Entscheidung.',
      replaced: 'Ein neueres ist auf dem Weg zur Ladestation.',
      'needs-root-key':
        'Holen Sie ab {{from}} die Schlüsseldatei der Wurzel und signieren Sie auf der Seite „Wechsel der CA“ eine neue Liste.',
      'by-hand': 'Von selbst geschieht nichts: Die CA muss vorher gewechselt werden.',
    },
  },
  detail: {
    subtitle: 'Zertifikat einer Station',
    life: 'Was daraus wurde',
    seen: 'Zuerst benutzt',
    notSeen: 'Noch nicht benutzt',
    revoked: 'Widerrufen',
    revokedBy: '{{when}}, von {{by}}',
  },
  revoke: {
    open: 'Widerrufen …',
    button: 'Zertifikat widerrufen',
    keep: 'Behalten',
    reason: 'Grund',
    ask: 'Niemand nimmt dieses Zertifikat von {{station}} dann noch an. Das lässt sich nicht rückgängig machen.',
    hits: {
      connected: '{{station}} ist damit verbunden: Die Verbindung endet sofort.',
      notConnected: 'Zurzeit hängt keine Verbindung daran.',
      lockedOut:
        'Sie hat kein anderes, und ihr Sicherheitsprofil verlangt eines: Sie bleibt draußen, bis Sie das Profil senken und sie ein neues Zertifikat bekommt.',
      hasOthers: 'Sie hat ein weiteres gültiges Zertifikat und kann sich damit verbinden.',
      needsNone: 'Ihr Sicherheitsprofil verlangt kein Zertifikat; sie kann sich trotzdem verbinden.',
    },
    done: 'Das Zertifikat von {{station}} ist widerrufen.',
    doneDisconnected: 'Das Zertifikat von {{station}} ist widerrufen, und ihre Verbindung ist beendet.',
    already: 'Das Zertifikat von {{station}} war schon widerrufen.',
  },
  reason: {
    keyCompromise: 'Sein Schlüssel könnte in fremden Händen sein',
    superseded: 'Ein neueres Zertifikat tritt an seine Stelle',
    cessationOfOperation: 'Die Ladestation ist außer Betrieb',
    affiliationChanged: 'Die Ladestation hat einen anderen Eigentümer oder Namen',
    privilegeWithdrawn: 'Die Ladestation soll nicht mehr eingelassen werden',
    unspecified: 'Ein anderer Grund',
  },
}
