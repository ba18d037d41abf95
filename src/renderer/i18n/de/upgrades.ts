import type { Translation } from '@shared/words/translation'
import type { upgrades as EnglishUpgrades } from '../en/upgrades'

export const upgrades: Translation<typeof EnglishUpgrades> = {
  title: 'Umstellung auf ein höheres Sicherheitsprofil',
  hint: 'Chargehand ändert die Einstellungen der Ladestation Schritt für Schritt und prüft jeden davon. Bis sie auf dem neuen Weg zurück ist, wird sie auch wie bisher eingelassen, und alles lässt sich zurücknehmen.',
  most: 'Diese Ladestation weist sich auf die stärkste Art aus, die es gibt.',
  target: {
    label: 'Profil',
    '1': '1 · Passwort, ohne TLS',
    '2': '2 · Passwort und TLS',
    '3': '3 · Zertifikat (beidseitiges TLS)',
  },
  network: {
    label: 'Netzwerkschnittstelle',
    usual: 'Die übliche',
    hint: 'Nur für Ladestationen mit OCPP 2: die Verbindung, die die Ladestation für Chargehand benutzt. „Die übliche“ ist das erste Kabel (Wired0).',
  },
  begin: 'Umstellung auf Profil {{profile}} beginnen',
  restarts_one: 'Die Ladestation startet einmal neu, wenn niemand lädt.',
  restarts_other: 'Die Ladestation startet {{count}}-mal neu, wenn niemand lädt.',
  reconnects_one: 'Die Ladestation verbindet sich einmal neu.',
  reconnects_other: 'Die Ladestation verbindet sich {{count}}-mal neu.',
  needsApproval: 'Für Profil 3 fordert sie ein Zertifikat an, das Sie unter „Anforderungen“ genehmigen.',
  started: 'Die Umstellung von {{identity}} auf Profil {{profile}} hat begonnen.',
  refusal: {
    'under-way': 'Für {{identity}} läuft schon eine Umstellung.',
    'has-it': 'Für {{identity}} gilt dieses Profil oder ein höheres schon.',
    'not-admitted': '{{identity}} ist nicht zugelassen.',
    'never-connected': '{{identity}} war nie verbunden, deshalb ist ihre OCPP-Version nicht bekannt.',
    'no-tls-port':
      'Dieser Rechner nimmt keine Verbindungen mit TLS an. Öffnen Sie zuerst den Port unter „Einstellungen“.',
    'no-plain-port':
      'Der Port ohne TLS ist geschlossen, und Profil 1 ist für Verbindungen ohne TLS. Stellen Sie {{identity}} auf Profil 2 um.',
    'comes-with-tls':
      '{{identity}} ist schon mit TLS verbunden, und Profil 1 ist für Verbindungen ohne TLS. Stellen Sie sie auf Profil 2 um.',
    'no-serial-number':
      'Die Seriennummer von {{identity}} ist nicht bekannt; das Zertifikat ist an sie gebunden. Tragen Sie sie unter „Angaben“ ein.',
  },
  state: {
    running: 'Umstellung von Profil {{from}} auf Profil {{to}}, {{when}}',
    'rolling-back': 'Die Umstellung auf Profil {{to}} wird zurückgenommen, {{when}}',
    done: 'Auf Profil {{to}} umgestellt {{when}}',
    'rolled-back': 'Umstellung zurückgenommen: Es gilt Profil {{profile}}, {{when}}',
    replaced: 'Umstellung beendet: Das Profil wurde von Hand festgelegt, {{when}}',
  },
  letIn: {
    both: 'Sie wird unter Profil {{profile}} und unter Profil {{coming}} eingelassen.',
    one: 'Sie wird nur unter Profil {{profile}} eingelassen.',
  },
  leg: 'Auf Profil {{profile}}',
  stepState: {
    todo: 'Offen',
    now: 'In Arbeit',
    stuck: 'Braucht Sie',
    done: 'Erledigt',
    'by-hand': 'Von Hand erledigt',
  },
  step: {
    'tls-port': {
      title: 'Dieser Rechner ist mit TLS erreichbar',
      why: 'Er muss ein Zertifikat für genau die Adresse zeigen, die die Ladestation aufruft.',
    },
    root: {
      title: 'Stammzertifikat auf der Ladestation',
      why: 'Damit prüft die Ladestation, dass sie mit diesem Rechner spricht und mit niemandem sonst.',
    },
    organisation: {
      title: 'Name der Organisation auf der Ladestation',
      why: 'Die Ladestation schreibt ihn in ihre Zertifikatsanforderung.',
    },
    password: {
      title: 'Passwort auf der Ladestation',
      why: 'Ein neues wird erzeugt und der Ladestation mitgeteilt. Niemand muss es eintippen.',
    },
    certificate: {
      title: 'Zertifikat auf der Ladestation',
      why: 'Die Ladestation erzeugt einen Schlüssel und fordert ihr Zertifikat an, Sie genehmigen es, die Ladestation prüft und übernimmt es.',
    },
    address: {
      title: 'Adresse mit TLS auf der Ladestation',
      why: 'OCPP 1.6 hat kein Wort für die Adresse. Die meisten Ladestationen haben dafür eine eigene Einstellung, die gesucht wird.',
    },
    'network-profile': {
      title: 'Neues Netzwerkprofil auf der Ladestation',
      why: 'Adresse und Sicherheitsprofil kommen auf einen freien Platz. Was die Ladestation jetzt benutzt, bleibt, wie es ist.',
    },
    priority: {
      title: 'Neues Netzwerkprofil zuerst',
      why: 'Die Ladestation versucht zuerst das neue und greift sonst auf das alte zurück.',
    },
    restart: {
      title: 'Neustart',
      why: 'Die Ladestation startet neu, wenn niemand lädt, und benutzt dann das neue Netzwerkprofil.',
    },
    'security-profile': {
      title: 'Neues Sicherheitsprofil auf der Ladestation',
      why: 'Die Ladestation verbindet sich sofort neu. Ein niedrigeres Profil lässt sich danach über OCPP nicht mehr setzen.',
    },
    return: {
      title: 'Zurück unter Profil {{profile}}',
      why: 'Sobald sie auf dem neuen Weg zurück ist, wird jedes niedrigere Profil abgewiesen.',
    },
    undo: {
      title: 'Zurücknehmen',
      why: 'Die Ladestation erhält ihre alten Einstellungen; beide Wege bleiben ihr offen, bis sicher ist, welchen sie benutzt.',
    },
  },
  waits: {
    turn: 'Wartet, bis sie an der Reihe ist: Es gehen nur einige Ladestationen zugleich.',
    offline: 'Wartet, bis die Ladestation verbunden ist.',
    ready: 'Die Ladestation hat sich verbunden. Wartet, bis sie sich meldet.',
    answer: 'Wartet auf die Antwort der Ladestation.',
    request: 'Wartet auf die Zertifikatsanforderung der Ladestation.',
    approval: 'Die Zertifikatsanforderung der Ladestation wartet auf Sie.',
    delivery: 'Das Zertifikat ist auf dem Weg zur Ladestation.',
    idle: 'Die Ladestation startet neu, wenn ihre Ladevorgänge beendet sind.',
    return: 'Wartet darauf, dass die Ladestation zurückkommt.',
  },
  problem: {
    'no-tls-port': {
      what: 'Dieser Rechner nimmt keine Verbindungen mit TLS an.',
      todo: 'Öffnen Sie den Port für TLS unter „Einstellungen“.',
    },
    'comes-with-tls': {
      what: 'Die Ladestation ist mit TLS verbunden, und Profil 1 ist für Verbindungen ohne TLS.',
      todo: 'Nehmen Sie es zurück und stellen Sie sie stattdessen auf Profil 2 um.',
    },
    'tls-not-reachable': {
      what: 'Der Versuch mit {{url}} misslang ({{told}}).',
      todo: 'Der Name oder die Adresse darin muss zu diesem Rechner gehören (Einstellungen), und keine Firewall darf dazwischenstehen. Erreichen ihn die Ladestationen auf einem Weg, den dieser Rechner nicht versuchen kann, sagen Sie es hier.',
    },
    refused: {
      what: 'Die Ladestation hat es abgelehnt ({{told}}).',
      todo: 'Vielleicht sagt ihr Protokoll oder ihr Handbuch, warum. Versuchen Sie es erneut, oder erledigen Sie es an der Ladestation selbst und sagen Sie es hier.',
    },
    unsupported: {
      what: 'Das lässt sich der Ladestation über OCPP nicht mitteilen ({{told}}).',
      todo: 'Erledigen Sie es an der Ladestation selbst, mit dem Werkzeug ihres Herstellers, und sagen Sie es hier.',
    },
    'no-answer': {
      what: 'Die Ladestation hat mehrmals nicht geantwortet.',
      todo: 'Sehen Sie nach, ob sie in Ordnung ist, und versuchen Sie es erneut.',
    },
    'not-possible': {
      what: 'Es konnte nicht gesendet werden ({{told}}).',
      todo: 'Versuchen Sie es später erneut, oder erledigen Sie es an der Ladestation selbst und sagen Sie es hier.',
    },
    'root-not-listed': {
      what: 'Die Ladestation hat das Stammzertifikat angenommen, führt es aber nicht auf.',
      todo: 'Manche tun das erst nach einem Neustart: Starten Sie sie neu und versuchen Sie es erneut. Sind Sie sicher, dass es da ist, sagen Sie es hier.',
    },
    'no-address-key': {
      what: 'Die Ladestation hat keine Einstellung, die ihre Adresse enthält, oder mehrere.',
      todo: 'Stellen Sie die Adresse an der Ladestation selbst auf {{url}} und sagen Sie es hier. Sagen Sie es auch, wenn sie ws von selbst zu wss ändert.',
    },
    'no-request': {
      what: 'Die Ladestation hat kein Zertifikat angefordert.',
      todo: 'Vielleicht sagt ihr Protokoll, warum. Versuchen Sie es erneut.',
    },
    'request-rejected': {
      what: 'Ihre Zertifikatsanforderung wurde abgelehnt.',
      todo: 'Öffnen Sie sie unter „Anforderungen“ wieder, oder versuchen Sie es erneut: Dann fordert sie neu an.',
    },
    'certificate-refused': {
      what: 'Die Ladestation hat das Zertifikat abgelehnt ({{told}}).',
      todo: 'Oft ist ihr die Zertifikatskette zu lang, oder ihre Uhr geht falsch. Beheben Sie das und versuchen Sie es erneut.',
    },
    'no-slot': {
      what: 'Die Ladestation hat außer dem benutzten keinen Platz für ein Netzwerkprofil.',
      todo: 'Stellen Sie Adresse und Profil an der Ladestation selbst ein und sagen Sie es hier.',
    },
    'priority-unknown': {
      what: 'Die Ladestation sagt nicht, welches ihrer Netzwerkprofile sie benutzt.',
      todo: 'Stellen Sie Adresse und Profil an der Ladestation selbst ein und sagen Sie es hier.',
    },
    'came-back-old': {
      what: 'Die Ladestation kam zurück, wie sie war: Der neue Weg hat bei ihr nicht funktioniert.',
      todo: 'Nichts ist versperrt. Unter „Abgewiesen“ kann stehen, warum. Beheben Sie das und versuchen Sie es erneut, oder nehmen Sie es zurück.',
    },
    'not-back': {
      what: 'Die Ladestation ist noch nicht zurück.',
      todo: 'Sie wird wie bisher und auf dem neuen Weg eingelassen. Sehen Sie nach, ob sie Strom und Netz hat, und unter „Abgewiesen“. Findet sie nicht von selbst zurück, stellen Sie an der Ladestation {{url}} ein.',
    },
    'not-gone': {
      what: 'Die Ladestation hat es angenommen und bleibt verbunden wie zuvor.',
      todo: 'Starten Sie die Ladestation neu, oder versuchen Sie es erneut.',
    },
  },
  action: {
    retry: 'Erneut versuchen',
    doneByHand: 'Ich habe es an der Ladestation erledigt',
    reachable: 'Ladestationen erreichen ihn trotzdem',
    rollBack: 'Zurücknehmen',
    request: 'Anforderung öffnen',
    several: 'Mehrere Ladestationen umstellen',
  },
  outcome: {
    'nothing-to-do': 'Es ist inzwischen weitergegangen.',
    'too-late': 'Sie ist inzwischen unter dem neuen Profil zurück; es lässt sich nicht mehr zurücknehmen.',
  },
  steps: 'Schritte',
  page: {
    title: 'Sicherheitsprofile',
    hint: 'Wie sich jede Ladestation ausweisen muss. Wählen Sie einige und stellen Sie sie auf ein höheres Profil um; wenige gehen zugleich, die anderen warten, bis sie an der Reihe sind.',
    begin_zero: 'Ladestationen zum Umstellen wählen',
    begin_one: '{{count}} Ladestation umstellen',
    begin_other: '{{count}} Ladestationen umstellen',
    begun_one: 'Die Umstellung von {{count}} Ladestation hat begonnen.',
    begun_other: 'Die Umstellung von {{count}} Ladestationen hat begonnen.',
    none: 'Noch keine Ladestation ist zugelassen',
    noneBody: 'Ladestationen erscheinen hier, wenn sie zugelassen sind.',
    choose: '{{identity}} wählen',
    chooseAll: 'Alle wählen, die umgestellt werden können',
    underWay_one: '{{count}} in Arbeit',
    underWay_other: '{{count}} in Arbeit',
    stuck_one: '{{count}} braucht Sie',
    stuck_other: '{{count}} brauchen Sie',
    columns: { station: 'Station', connection: 'Zustand', profile: 'Profil', way: 'Umstellung' },
    progress: '{{done}} von {{all}} Schritten',
  },
}
