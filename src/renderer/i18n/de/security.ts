import type { Translation } from '@shared/words/translation'
import type { security as EnglishSecurity } from '../en/security'

export const security: Translation<typeof EnglishSecurity> = {
  now: {
    title: 'Wie sie jetzt verbunden ist',
    offline: 'Sie ist nicht verbunden.',
    ws: 'Ohne TLS (ws://)',
    wss: 'Mit TLS (wss://)',
    nothing: 'Von ihr wurde kein Nachweis verlangt: Jeder in diesem Netz könnte sich {{identity}} nennen.',
    password: 'Sie hat sich mit ihrem Passwort ausgewiesen.',
    certificate: 'Sie hat sich mit ihrem Zertifikat ausgewiesen.',
    hasCertificate: 'Sie hat ein Zertifikat dieses Standorts angenommen. Mit Profil 3 weist sie sich damit aus.',
  },
  profile: {
    title: 'Sicherheitsprofil',
    hint: 'Wie sich diese Station ausweisen muss. Jeder andere Weg wird abgewiesen.',
    name: {
      '0': '0 · Kein Nachweis',
      '1': '1 · Passwort, ohne TLS',
      '2': '2 · Passwort und TLS',
      '3': '3 · Zertifikat (beidseitiges TLS)',
    },
    means: {
      '0': 'Sie wird allein nach ihrem Namen eingelassen, mit oder ohne TLS. Nur für ein Netz, das sonst niemand nutzen kann.',
      '1': 'Sie sendet ihr Passwort unverschlüsselt, lesbar für jeden auf dem Weg. Nur für ein vertrauenswürdiges Netz.',
      '2': 'Ihr Passwort geht durch TLS. Sie braucht das Stammzertifikat dieses Standorts, oder sie darf Zertifikate nicht prüfen.',
      '3': 'Sie zeigt das Zertifikat, das ihr hier ausgestellt wurde und an ihre Seriennummer gebunden ist. Die stärkste Wahl.',
    },
    set: 'Profil {{profile}} festlegen',
    confirm: {
      title: 'Für {{identity}} Profil {{profile}} festlegen?',
      disconnects:
        'Sie ist jetzt auf anderem Weg verbunden. Diese Verbindung wird beendet, und sie kommt nur auf dem neuen wieder:',
      keeps: 'Von jetzt an wird sie nur noch so eingelassen:',
      change:
        'Ändern Sie auch die Einstellungen der Ladestation selbst, sonst bleibt sie weg, bis Sie das Profil zurückstellen.',
      endsUpgrade:
        'Für diese Station läuft eine Umstellung. Sie endet hiermit, und vielleicht ist die Ladestation schon unterwegs: Meldet sie sich dann auf anderem Weg, wird sie abgewiesen.',
      yes: 'Profil {{profile}} festlegen',
    },
    saved: 'Für {{identity}} gilt von jetzt an Profil {{profile}}.',
    'needs-tls': 'Es wurde nichts geändert: Dieser Rechner nimmt keine Verbindungen mit TLS an.',
    'needs-plain':
      'Es wurde nichts geändert: Der Port ohne TLS ist geschlossen, und Profil 1 braucht ihn. Sie öffnen ihn in den Einstellungen.',
    'needs-password': 'Es wurde nichts geändert: Legen Sie zuerst ein Passwort für diese Station fest.',
    'needs-certificate':
      'Es wurde nichts geändert: Diese Station hat noch kein Zertifikat dieses Standorts. Sie muss eines anfordern, und Sie genehmigen es unter „Anforderungen“.',
    'needs-serial-number':
      'Es wurde nichts geändert: Die Seriennummer dieser Station ist nicht bekannt, und ein Zertifikat ist an sie gebunden.',
  },
  password: {
    title: 'Passwort',
    none: 'Sie hat kein Passwort.',
    set: 'Festgelegt {{when}}',
    next: 'Es gibt ein neues, das sie noch nicht benutzt hat; bis dahin gilt auch das alte. Erzeugt {{when}}',
    generate: 'Passwort erzeugen',
    rotate: 'Neues Passwort senden',
    rotateHint: 'Die Ladestation erfährt ihr neues Passwort über ihre Verbindung. Niemand muss es eintippen.',
    once: {
      title: 'Das Passwort von {{identity}}',
      body: 'Geben Sie es jetzt in die Ladestation ein: Es lässt sich nicht noch einmal anzeigen.',
      user: 'Benutzername',
      password: 'Passwort',
      older: 'In OCPP 1.6 ist das der AuthorizationKey. Das alte Passwort gilt, bis die Ladestation dieses benutzt.',
      done: 'Ich habe es notiert',
    },
    sent: 'Das neue Passwort ist auf dem Weg zu {{identity}}.',
    offline: '{{identity}} ist nicht verbunden und kann deshalb kein neues Passwort erhalten.',
    'no-password':
      '{{identity}} hat noch kein Passwort. Erzeugen Sie das erste hier und geben Sie es in die Ladestation ein.',
    'not-possible':
      '{{identity}} kann über ihre Verbindung kein Passwort erhalten. Erzeugen Sie hier eines und geben Sie es ein.',
    'too-many-open':
      '{{identity}} hat mehrere neue Passwörter erhalten und keines benutzt. Alle gelten, bis sie sich neu verbindet: Starten Sie sie neu und senden Sie dann ein weiteres.',
  },
  calls: {
    title: 'Abgewiesen',
    strangers: 'Abgewiesene Gegenstellen',
    none: 'Kein Verbindungsversuch dieser Station wurde abgewiesen.',
    times_one: 'einmal',
    times_other: '{{count}}-mal',
    what: '{{who}} {{what}}.',
    last: 'zuletzt {{when}}',
    from: 'von {{address}}',
    unnamed: 'Eine Gegenstelle',
    forget: 'Vergessen',
    forgetOne: 'Vergessen: {{what}}',
    more_one: 'und {{count}} weiterer',
    more_other: 'und {{count}} weitere',
  },
  handshake: {
    open: 'Wer was gesagt hat',
    label: 'Was gesagt wurde, der Reihe nach',
    site: 'Chargehand',
    theCaller: 'Die Gegenstelle',
    caller: { charger: 'Ladestation', device: 'Gerät' },
    step: {
      calls: 'spricht diesen Rechner an',
      'offers-tls': 'bietet TLS an',
      'agrees-tls': 'einigt sich auf Version und Verschlüsselung',
      'shows-site': 'zeigt das Zertifikat dieses Standorts',
      'trusts-site': 'vertraut diesem Zertifikat',
      'shows-own': 'zeigt ein eigenes Zertifikat',
      asks: 'meldet sich als: {{path}}',
      speaks: 'nennt die Version, die gesprochen wird',
      password: 'sendet Benutzernamen und Passwort',
      admits: 'gewährt Einlass',
      'keeps-rules': 'hält sich an das Erlaubte',
    },
    state: { done: 'erledigt', broke: 'hier abgebrochen', never: 'nicht erreicht' },
  },
  refusedDevice: {
    none: 'hat kein Zertifikat gezeigt',
    notForThis: 'hat ein Zertifikat gezeigt, mit dem sich kein Gerät ausweisen kann',
    enrol:
      'Lassen Sie es sich mit einem Token erneut anmelden (Geräte). Ein Gerät weist sich mit einem Zertifikat dieses Standorts und dem Schlüssel dazu aus.',
  },
  refused: {
    'needs-tls': {
      what: 'kam ohne TLS; festgelegt ist Profil {{profile}}',
      todo: 'Geben Sie der Ladestation die Adresse, die mit wss:// beginnt, oder legen Sie hier ein niedrigeres Profil fest.',
    },
    'needs-plain': {
      what: 'kam mit TLS; festgelegt ist Profil 1',
      todo: 'Legen Sie hier Profil 2 fest, wenn sie ein Passwort durch TLS sendet.',
    },
    'no-password': {
      what: 'hat kein Passwort gesendet; festgelegt ist Profil {{profile}}',
      todo: 'Geben Sie das Passwort in die Ladestation ein (1.6: AuthorizationKey; 2.x: BasicAuthPassword) oder erzeugen Sie hier ein neues.',
    },
    'wrong-user': {
      what: 'hat den Benutzernamen {{user}} gesendet',
      todo: 'Der Benutzername in der Ladestation muss ihre Kennung sein, wie in ihrer Adresse.',
    },
    'wrong-password': {
      what: 'hat ein falsches Passwort gesendet',
      todo: 'Erzeugen Sie hier ein neues Passwort und geben Sie es in die Ladestation ein. War es nicht Ihre Ladestation, rät jemand Passwörter.',
    },
    busy: {
      what: 'hat ein Passwort gesendet, während zu viele andere geprüft wurden',
      todo: 'Sie versucht es von selbst erneut. Hält das an, rät jemand von dieser Adresse aus Passwörter.',
    },
    'no-certificate': {
      what: 'hat kein Zertifikat gezeigt; festgelegt ist Profil 3',
      todo: 'Legen Sie hier ein niedrigeres Profil fest, lassen Sie sie ein Zertifikat anfordern und legen Sie wieder Profil 3 fest.',
    },
    'certificate-untrusted': {
      what: 'hat ein Zertifikat gezeigt, das dieser Standort nicht ausgestellt hat ({{issuer}})',
      todo: 'Lassen Sie sie ein Zertifikat dieses Standorts anfordern: niedrigeres Profil festlegen, Anforderung auslösen, unter „Anforderungen“ genehmigen.',
    },
    'certificate-self-signed': {
      what: 'hat ein selbst signiertes Zertifikat gezeigt',
      todo: 'Die meisten Ladestationen kommen mit einem solchen ab Werk. Lassen Sie sie ein Zertifikat dieses Standorts anfordern: niedrigeres Profil festlegen, Anforderung auslösen, unter „Anforderungen“ genehmigen.',
    },
    'certificate-path': {
      what: 'hat ein Zertifikat gezeigt, dessen Aussteller keines ausstellen darf ({{issuer}})',
      todo: 'Das tut keine Ladestation aus Versehen: Vielleicht wollte jemand aus einem Zertifikat dieses Standorts ein eigenes machen. Sehen Sie nach, von wo sie kam.',
    },
    'certificate-of-authority': {
      what: 'hat das Zertifikat einer Zertifizierungsstelle ({{subject}}) als eigenes gezeigt',
      todo: 'Keine Ladestation hat einen solchen Schlüssel. Gehört die Stelle zu diesem Standort, hat ihr Schlüssel diesen Rechner verlassen: Ersetzen Sie sie (Zertifikate).',
    },
    'certificate-not-for-this': {
      what: 'hat ein Zertifikat gezeigt, mit dem sich eine Ladestation nicht ausweisen kann',
      todo: 'Lassen Sie sie ein Zertifikat dieses Standorts anfordern.',
    },
    'certificate-expired': {
      what: 'hat ein abgelaufenes Zertifikat gezeigt',
      todo: 'Legen Sie ein niedrigeres Profil fest, lassen Sie sie ein neues Zertifikat anfordern und legen Sie wieder Profil 3 fest.',
    },
    'certificate-not-yet': {
      what: 'hat ein Zertifikat gezeigt, das noch nicht gültig ist',
      todo: 'Prüfen Sie die Uhr dieses Rechners.',
    },
    'certificate-unknown': {
      what: 'hat ein Zertifikat gezeigt, das nicht in den Büchern dieses Standorts steht (Seriennummer {{serialNumber}})',
      todo: 'Wurde eine Sicherung wiederhergestellt? Lassen Sie sie ein neues Zertifikat anfordern.',
    },
    'certificate-revoked': {
      what: 'hat ein widerrufenes Zertifikat gezeigt',
      todo: 'Soll sie wiederkommen, legen Sie ein niedrigeres Profil fest und lassen Sie sie ein neues Zertifikat anfordern.',
    },
    'certificate-of-device': {
      what: 'hat das Zertifikat des Geräts {{device}} gezeigt',
      todo: 'Eine Ladestation braucht ein eigenes Zertifikat. Ist es nicht Ihr Gerät, wurde sein Schlüssel kopiert: Widerrufen Sie das Gerät.',
    },
    'certificate-other-station': {
      what: 'hat das Zertifikat gezeigt, das {{other}} ausgestellt wurde',
      todo: 'Prüfen Sie die Kennung in der Ladestation. Stimmt sie, hat jemand einen Schlüssel kopiert: Widerrufen Sie jenes Zertifikat.',
    },
    'certificate-other-serial': {
      what: 'hat ein Zertifikat für die Seriennummer {{shown}} gezeigt; bekannt ist diese Station mit {{recorded}}',
      todo: 'Wurde die Hardware getauscht? Berichtigen Sie hier die Seriennummer oder lassen Sie sie ein neues Zertifikat anfordern.',
    },
    'certificate-other-owner': {
      what: 'hat ein Zertifikat für {{subject}} gezeigt',
      todo: 'Lassen Sie sie ein neues Zertifikat anfordern, auf den Namen dieses Standorts.',
    },
    'no-serial-number': {
      what: 'hat ein Zertifikat für die Seriennummer {{shown}} gezeigt; ihre Seriennummer ist hier nicht bekannt',
      todo: 'Tragen Sie ihre Seriennummer unter „Angaben“ ein.',
    },
    'certificate-of-station': {
      what: 'hat den Broker mit dem Zertifikat der Ladestation {{station}} angesprochen',
      todo: 'Ein Gerät braucht ein eigenes Zertifikat: Nehmen Sie es auf der Seite „Geräte“ auf. Ist es keines von Ihren, wurde der Schlüssel einer Ladestation kopiert: Widerrufen Sie jenes Zertifikat.',
    },
    'device-deleted': {
      what: 'hat sein Zertifikat gezeigt und wird nicht mehr bedient',
      todo: 'Lassen Sie es sich wieder anmelden, wenn es zurückkommen soll.',
    },
    'other-client-id': {
      what: 'hat sich unter der Client-ID {{shown}} verbunden',
      todo: 'Stellen Sie seine Client-ID auf {{own}} oder nennen Sie die andere in seiner Richtlinie (Geräte).',
    },
    'no-client-id': {
      what: 'hat keine Client-ID genannt und will eine dauerhafte Sitzung',
      todo: 'Stellen Sie im Gerät eine Client-ID ein oder lassen Sie es mit einer neuen Sitzung (Clean Session) beginnen.',
    },
    'mqtt-version': {
      what: 'hat MQTT {{version}} gesprochen',
      todo: 'Stellen Sie das Gerät auf MQTT 3.1.1.',
    },
    'will-not-allowed': {
      what: 'hat für seinen letzten Willen das Topic {{topic}} genannt, auf dem es nicht veröffentlichen darf',
      todo: 'Erlauben Sie dieses Topic in seiner Richtlinie (Geräte) oder stellen Sie im Gerät ein anderes ein.',
    },
    'publish-not-allowed': {
      what: 'hat auf {{topic}} veröffentlicht, wo es das nicht darf',
      todo: 'Erlauben Sie dieses Topic in seiner Richtlinie (Geräte) oder stellen Sie im Gerät ein anderes ein.',
    },
    'subscribe-not-allowed': {
      what: 'hat {{topic}} abonniert, was es nicht lesen darf',
      todo: 'Erlauben Sie diesen Filter in seiner Richtlinie (Geräte) oder stellen Sie im Gerät einen engeren ein.',
    },
    'too-large': {
      what: 'hat ein Paket von {{bytes}} Byte gesendet; höchstens erlaubt sind {{most}}',
      todo: 'Lassen Sie das Gerät kleinere Nachrichten senden.',
    },
    'too-slow': {
      what: 'hat nicht gelesen, was ihm gesendet wurde ({{bytes}} Byte warteten)',
      todo: 'Lassen Sie es weniger abonnieren oder sehen Sie sich sein Netz an.',
    },
    'too-many-retained': {
      what: 'hat auf zu vielen Topics Nachrichten hinterlegt',
      todo: 'Lassen Sie das Gerät weniger hinterlegen oder leeren Sie Topics mit einer leeren hinterlegten Nachricht.',
    },
    'too-many-subscriptions': {
      what: 'hat mehr als {{most}} Filter abonniert',
      todo: 'Lassen Sie es einen Platzhalter benutzen, den seine Richtlinie erlaubt.',
    },
    'connect-late': {
      what: 'hat sich mit dem Broker verbunden und nichts gesagt',
      todo: 'Prüfen Sie, ob es MQTT spricht. Ein Portscanner tut dasselbe.',
    },
    'mqtt-broken': {
      what: 'hat etwas gesendet, das nicht MQTT ist ({{problem}})',
      todo: 'Prüfen Sie, ob das Gerät auf diesem Port MQTT 3.1.1 spricht.',
    },
    'no-identity': {
      what: 'hat {{path}} aufgerufen; darin steht keine Kennung',
      todo: 'Fügen Sie am Ende der Adresse die Kennung der Ladestation an, etwa {{path}}CP_1.',
    },
    'bad-identity': {
      what: 'hat {{path}} aufgerufen; das kann keine Kennung sein',
      todo: 'Nehmen Sie in der Ladestation höchstens 48 Buchstaben, Ziffern und - _ . und keinen Doppelpunkt.',
    },
    'no-protocol': {
      what: 'hat keine OCPP-Version angeboten',
      todo: 'Stellen Sie die Ladestation auf OCPP über WebSocket (JSON). SOAP wird nicht bedient.',
    },
    'other-protocol': {
      what: 'hat nur {{offered}} angeboten',
      todo: 'Stellen Sie die Ladestation auf OCPP 1.6 (JSON), 2.0.1 oder 2.1 oder aktualisieren Sie ihre Firmware.',
    },
    'refused-station': {
      what: 'wurde von Ihnen abgewiesen und hat sich wieder gemeldet',
      todo: 'Lassen Sie die Station zu, wenn sie herein soll.',
    },
    'too-many-waiting': {
      what: 'ist unbekannt, und es warten schon zu viele unbekannte Stationen',
      todo: 'Lassen Sie die wartenden zu oder weisen Sie sie ab, oder fügen Sie diese Station von Hand hinzu.',
    },
    'too-many-connections': {
      what: 'kam, als es zu viele Verbindungen gab',
      todo: 'Sehen Sie nach, was sich sonst von {{address}} aus verbindet.',
    },
    'tls-none': {
      what: 'hat auf dem Port für TLS kein TLS gesprochen',
      todo: 'Geben Sie der Ladestation die Adresse, die mit wss:// beginnt, oder den Port ohne TLS.',
    },
    'tls-version': {
      what: 'bietet nur TLS 1.0 oder 1.1 an',
      todo: 'Aktualisieren Sie ihre Firmware. Bis dahin lässt sich eine Ladestation mit OCPP 1.6 in der Betriebsart für alte Ladestationen bedienen (Einstellungen), jede andere nur ohne TLS (ws://) in einem vertrauenswürdigen Netz.',
    },
    'tls-too-old': {
      what: 'kam mit {{version}} und einer OCPP-Version, die das nicht erlaubt',
      todo: 'Nur OCPP 1.6 darf die Betriebsart für alte Ladestationen nutzen: Aktualisieren Sie ihre Firmware oder stellen Sie sie auf OCPP 1.6.',
    },
    'tls-suite': {
      what: 'bietet nur Verschlüsselung an, die nicht mehr sicher ist ({{problem}})',
      todo: 'Aktualisieren Sie ihre Firmware. Bis dahin kann sie sich ohne TLS (ws://) verbinden, nur in einem vertrauenswürdigen Netz.',
    },
    'tls-alpn': {
      what: 'hat in TLS etwas anderes als WebSocket verlangt (ALPN)',
      todo: 'Stellen Sie die Ladestation auf OCPP über WebSocket (JSON).',
    },
    'tls-not-trusted': {
      what: 'vertraut dem Zertifikat dieses Rechners nicht ({{problem}})',
      todo: 'Installieren Sie das Stammzertifikat dieses Standorts auf der Ladestation (Seite „Zertifikate“) und prüfen Sie ihre Uhr und ihre Adresse.',
    },
    'tls-broken-off': {
      what: 'hat während des TLS-Handshakes aufgelegt',
      todo: 'Meist vertraut sie diesem Rechner nicht: Installieren Sie das Stammzertifikat dieses Standorts auf der Ladestation und prüfen Sie ihre Uhr.',
    },
    'tls-late': {
      what: 'hat sich verbunden und nichts gesagt',
      todo: 'Prüfen Sie, ob sie auf wss:// eingestellt ist. Ein Portscanner tut dasselbe.',
    },
    'tls-other': {
      what: 'ist am TLS-Handshake gescheitert ({{problem}})',
      todo: 'Aktualisieren Sie ihre Firmware oder fragen Sie ihren Hersteller nach diesem Wort.',
    },
  },
}
