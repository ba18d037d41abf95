/** How a station proves who it is, and who was turned away. */
export const security = {
  now: {
    title: 'How it connects now',
    offline: 'It is not connected.',
    ws: 'Without TLS (ws://)',
    wss: 'With TLS (wss://)',
    nothing: 'It has not been asked to prove who it is: anybody on this network could call itself {{identity}}.',
    password: 'It has proved by its password who it is.',
    certificate: 'It has proved by its certificate who it is.',
    hasCertificate: 'It has taken a certificate of this site. With profile 3 it proves by that who it is.',
  },
  profile: {
    title: 'Security profile',
    hint: 'How this station has to prove who it is. Every other way is refused.',
    name: {
      '0': '0 · No proof',
      '1': '1 · Password, no TLS',
      '2': '2 · Password and TLS',
      '3': '3 · Certificate (mutual TLS)',
    },
    means: {
      '0': 'It is let in by its name alone, with TLS or without. Only for a network that nobody else can use.',
      '1': 'It sends its password in the clear, which everybody on the way can read. Only for a trusted network.',
      '2': 'Its password goes through TLS. It needs the root certificate of this site, or it must not check certificates.',
      '3': 'It shows the certificate that was issued to it here, bound to its serial number. The strongest choice.',
    },
    set: 'Set profile {{profile}}',
    confirm: {
      title: 'Set {{identity}} to profile {{profile}}?',
      disconnects:
        'It is connected in another way now. That connection is ended, and it comes back only in the new one:',
      keeps: 'From now on it is let in only in this way:',
      change: 'Change the charger’s own settings as well, or it stays away until you set the profile back.',
      endsUpgrade:
        'An upgrade of this station is under way. It ends by this, and the charger may be on its way already: if it then calls in another way, it is refused.',
      yes: 'Set profile {{profile}}',
    },
    saved: '{{identity}} is held to profile {{profile}} from now on.',
    'needs-tls': 'Nothing was changed: this computer does not listen with TLS.',
    'needs-plain':
      'Nothing was changed: the port without TLS is closed, and profile 1 needs it. It is opened in Settings.',
    'needs-password': 'Nothing was changed: set a password for this station first.',
    'needs-certificate':
      'Nothing was changed: this station has no certificate of this site yet. It has to ask for one, which you approve under Requests.',
    'needs-serial-number':
      'Nothing was changed: the serial number of this station is not known, and a certificate is bound to it.',
  },
  password: {
    title: 'Password',
    none: 'It has no password.',
    set: 'Set {{when}}',
    next: 'A new one was made that it has not used yet; until then the old one counts, too. Made {{when}}',
    generate: 'Make a password',
    rotate: 'Send it a new password',
    rotateHint: 'The charger is told its new password over its connection. Nobody has to type it.',
    once: {
      title: 'The password of {{identity}}',
      body: 'Type it into the charger now: it can not be shown again.',
      user: 'User name',
      password: 'password',
      older: 'In OCPP 1.6 this is the AuthorizationKey. The old password counts until the charger uses this one.',
      done: 'I have noted it',
    },
    sent: 'The new password is on its way to {{identity}}.',
    offline: '{{identity}} is not connected, so it can not be told a new password.',
    'no-password': '{{identity}} has no password yet. Make the first one here and type it into the charger.',
    'not-possible': '{{identity}} can not be told a password over its connection. Make one here and type it in.',
    'too-many-open':
      '{{identity}} was sent several new passwords and has used none. All of them count until it connects anew: restart it, then send another one.',
  },
  calls: {
    title: 'Turned away',
    strangers: 'Callers that were turned away',
    none: 'No call of this station was turned away.',
    times_one: 'once',
    times_other: '{{count}} times',
    /** Who called, and why it was refused. */
    what: '{{who}} {{what}}.',
    last: 'last {{when}}',
    from: 'from {{address}}',
    unnamed: 'A caller',
    forget: 'Forget',
    forgetOne: 'Forget: {{what}}',
    more_one: 'and {{count}} more',
    more_other: 'and {{count}} more',
  },
  /** A refused call as a sequence: who said what until it broke. */
  handshake: {
    open: 'Who said what',
    label: 'What was said, in its order',
    site: 'Chargehand',
    theCaller: 'The caller',
    caller: { charger: 'Charger', device: 'Device' },
    step: {
      calls: 'calls this computer',
      'offers-tls': 'offers TLS',
      'agrees-tls': 'agrees on a version and a cipher suite',
      'shows-site': 'shows the certificate of this site',
      'trusts-site': 'believes that certificate',
      'shows-own': 'shows a certificate of its own',
      asks: 'says who it is: {{path}}',
      speaks: 'names the version that it speaks',
      password: 'sends user name and password',
      admits: 'lets it in',
      'keeps-rules': 'keeps to what it is allowed',
    },
    state: { done: 'done', broke: 'here it broke', never: 'not reached' },
  },
  /** The same of a device, where it is not the same. */
  refusedDevice: {
    none: 'showed no certificate',
    notForThis: 'showed a certificate that is not for proving who a device is',
    enrol:
      'Let it enrol again with a token (Devices). A device proves who it is by a certificate of this site and the key to it.',
  },
  /** What happened, after the caller's name; and what to do about it. */
  refused: {
    'needs-tls': {
      what: 'called without TLS, and is set to profile {{profile}}',
      todo: 'Give the charger the address that begins with wss://, or set a lower profile here.',
    },
    'needs-plain': {
      what: 'called with TLS, and is set to profile 1',
      todo: 'Set it to profile 2 here if it sends a password through TLS.',
    },
    'no-password': {
      what: 'sent no password, and is set to profile {{profile}}',
      todo: 'Type the password into the charger (1.6: AuthorizationKey; 2.x: BasicAuthPassword), or make a new one here.',
    },
    'wrong-user': {
      what: 'sent the user name {{user}}',
      todo: 'The user name in the charger has to be its identity, as in its address.',
    },
    'wrong-password': {
      what: 'sent a wrong password',
      todo: 'Make a new password here and type it into the charger. If it was not your charger, somebody is guessing.',
    },
    busy: {
      what: 'sent a password while too many others were being checked',
      todo: 'It tries again by itself. If this goes on, somebody is guessing passwords from that address.',
    },
    'no-certificate': {
      what: 'showed no certificate, and is set to profile 3',
      todo: 'Set a lower profile here, let it ask for a certificate, and set profile 3 again.',
    },
    'certificate-untrusted': {
      what: 'showed a certificate that this site has not issued ({{issuer}})',
      todo: 'Let it ask for a certificate of this site: set a lower profile, trigger its request, approve it under Requests.',
    },
    'certificate-self-signed': {
      what: 'showed a certificate that it has signed itself',
      todo: 'Most chargers leave the factory with one. Let it ask for a certificate of this site: set a lower profile, trigger its request, approve it under Requests.',
    },
    'certificate-path': {
      what: 'showed a certificate that was signed by one that may sign none ({{issuer}})',
      todo: 'No charger does that by mistake: somebody may have tried to make a certificate of their own out of one of this site. Look where it called from.',
    },
    'certificate-of-authority': {
      what: 'showed the certificate of a certificate authority ({{subject}}) as its own',
      todo: 'No charger has such a key. If it is an authority of this site, its key has left this computer: replace it (Certificates).',
    },
    'certificate-not-for-this': {
      what: 'showed a certificate that is not for proving who a charger is',
      todo: 'Let it ask for a certificate of this site.',
    },
    'certificate-expired': {
      what: 'showed a certificate that has expired',
      todo: 'Set a lower profile, let it ask for a new certificate, and set profile 3 again.',
    },
    'certificate-not-yet': {
      what: 'showed a certificate that is not valid yet',
      todo: 'Check the clock of this computer.',
    },
    'certificate-unknown': {
      what: 'showed a certificate that is not in the records of this site (serial number {{serialNumber}})',
      todo: 'Was a backup restored? Let it ask for a new certificate.',
    },
    'certificate-revoked': {
      what: 'showed a certificate that has been revoked',
      todo: 'If it is to come back, set a lower profile and let it ask for a new certificate.',
    },
    'certificate-of-device': {
      what: 'showed the certificate of the device {{device}}',
      todo: 'A charger needs a certificate of its own. If it is not your device, its key was copied: revoke the device.',
    },
    'certificate-other-station': {
      what: 'showed the certificate that was issued to {{other}}',
      todo: 'Check the identity in the charger. If it is right, somebody has copied a key: revoke that certificate.',
    },
    'certificate-other-serial': {
      what: 'showed a certificate for serial number {{shown}}; this station is recorded as {{recorded}}',
      todo: 'Was the hardware replaced? Correct the serial number here, or let it ask for a new certificate.',
    },
    'certificate-other-owner': {
      what: 'showed a certificate for {{subject}}',
      todo: 'Let it ask for a new certificate, in the name of this site.',
    },
    'no-serial-number': {
      what: 'showed a certificate for serial number {{shown}}, and its serial number is not known here',
      todo: 'Enter its serial number under About.',
    },
    'certificate-of-station': {
      what: 'called the broker with the certificate of the charger {{station}}',
      todo: 'A device needs a certificate of its own: enrol it on the Devices page. If it is none of yours, a charger’s key was copied: revoke that certificate.',
    },
    'device-deleted': {
      what: 'showed its certificate, and is not served any more',
      todo: 'Let it register again if it is to come back.',
    },
    'other-client-id': {
      what: 'connected under the client id {{shown}}',
      todo: 'Set its client id to {{own}}, or name the other one in its policy (Devices).',
    },
    'no-client-id': {
      what: 'gave no client id and wants a session that lasts',
      todo: 'Set a client id in the device, or let it begin with a clean session.',
    },
    'mqtt-version': {
      what: 'spoke MQTT {{version}}',
      todo: 'Set the device to MQTT 3.1.1.',
    },
    'will-not-allowed': {
      what: 'named the topic {{topic}} for its last will, where it may not publish',
      todo: 'Allow that topic in its policy (Devices), or set another one in the device.',
    },
    'publish-not-allowed': {
      what: 'published to {{topic}}, where it may not',
      todo: 'Allow that topic in its policy (Devices), or set another one in the device.',
    },
    'subscribe-not-allowed': {
      what: 'subscribed to {{topic}}, which it may not read',
      todo: 'Allow that filter in its policy (Devices), or set a narrower one in the device.',
    },
    'too-large': {
      what: 'sent a packet of {{bytes}} bytes, and {{most}} is the most',
      todo: 'Let the device send smaller messages.',
    },
    'too-slow': {
      what: 'did not read what it was sent ({{bytes}} bytes waited)',
      todo: 'Let it subscribe to less, or look at its network.',
    },
    'too-many-retained': {
      what: 'retained messages on too many topics',
      todo: 'Let the device retain less, or clear topics by publishing an empty retained message.',
    },
    'too-many-subscriptions': {
      what: 'subscribed to more than {{most}} filters',
      todo: 'Let it use a wildcard that its policy allows.',
    },
    'connect-late': {
      what: 'connected to the broker and said nothing',
      todo: 'Check that it speaks MQTT. A port scanner does the same.',
    },
    'mqtt-broken': {
      what: 'sent what is not MQTT ({{problem}})',
      todo: 'Check that the device speaks MQTT 3.1.1 on this port.',
    },
    'no-identity': {
      what: 'called {{path}}, which holds no identity',
      todo: 'Add the charger’s identity at the end of its address, such as {{path}}CP_1.',
    },
    'bad-identity': {
      what: 'called {{path}}, and that can not be an identity',
      todo: 'Use up to 48 letters, digits and - _ . in the charger, and no colon.',
    },
    'no-protocol': {
      what: 'offered no OCPP version',
      todo: 'Switch the charger to OCPP over WebSocket (JSON). SOAP can not be served.',
    },
    'other-protocol': {
      what: 'offered {{offered}} only',
      todo: 'Set the charger to OCPP 1.6 (JSON), 2.0.1 or 2.1, or update its firmware.',
    },
    'refused-station': {
      what: 'was refused by you and called again',
      todo: 'Admit the station if it is to come in.',
    },
    'too-many-waiting': {
      what: 'is unknown, and too many unknown stations wait already',
      todo: 'Refuse or admit those that wait, or add this station by hand.',
    },
    'too-many-connections': {
      what: 'called while there were too many connections',
      todo: 'Look what else connects from {{address}}.',
    },
    'tls-none': {
      what: 'spoke no TLS on the port for TLS',
      todo: 'Give the charger the address that begins with wss://, or the port without TLS.',
    },
    'tls-version': {
      what: 'offers TLS 1.0 or 1.1 only',
      todo: 'Update its firmware. Until then a charger of OCPP 1.6 can be served with the mode for old chargers (Settings), every other one without TLS (ws://), on a trusted network only.',
    },
    'tls-too-old': {
      what: 'called with {{version}} and an OCPP version that does not allow that',
      todo: 'Only OCPP 1.6 may use the mode for old chargers: update its firmware, or set it to OCPP 1.6.',
    },
    'tls-suite': {
      what: 'offers only encryption that is not safe any more ({{problem}})',
      todo: 'Update its firmware. Until then it can connect without TLS (ws://), on a trusted network only.',
    },
    'tls-alpn': {
      what: 'asked for something else than WebSocket inside TLS (ALPN)',
      todo: 'Set the charger to OCPP over WebSocket (JSON).',
    },
    'tls-not-trusted': {
      what: 'does not trust this computer’s certificate ({{problem}})',
      todo: 'Install the root certificate of this site on the charger (Certificates page), and check its clock and its address.',
    },
    'tls-broken-off': {
      what: 'hung up during the TLS handshake',
      todo: 'Most often it does not trust this computer: install the root certificate of this site on the charger, and check its clock.',
    },
    'tls-late': {
      what: 'connected and said nothing',
      todo: 'Check that it is set to wss://. A port scanner does the same.',
    },
    'tls-other': {
      what: 'failed in the TLS handshake ({{problem}})',
      todo: 'Update its firmware, or ask its maker with this word.',
    },
  },
} as const
