/**
 * What the examination of a certificate request says: `title` is the finding in one sentence, `why` is why it matters
 * and what to do. `{{name}}` stands for a value of the finding's params.
 */
export const findings = {
  'possession-proven': {
    title: 'The sender owns the key it asks a certificate for.',
    why: 'The request is signed with the secret half of that key, so nobody sent it on behalf of somebody else.',
  },
  'possession-not-proven': {
    title: 'The sender did not prove that it owns the key.',
    why: 'The signature of the request does not fit its key. The request was changed on its way, or somebody asks a certificate for a key that belongs to another. Ask the station for a new request.',
  },
  'key-strong': {
    title: 'The key is strong: {{key}}.',
    why: 'A key of this kind can not be guessed with anything known today.',
  },
  'key-too-small': {
    title: 'The key is too weak: RSA with {{bits}} bits.',
    why: 'Keys below {{smallest}} bits can be broken, and then anybody could pass as this station. Set a stronger key in the station, or update its firmware.',
  },
  'key-too-large': {
    title: 'The key is too large: RSA with {{bits}} bits.',
    why: 'Above {{largest}} bits a key gains nothing and makes every connection slow. Set a smaller key in the station.',
  },
  'key-weak-exponent': {
    title: 'The RSA key is made in an unsafe way (public exponent {{exponent}}).',
    why: 'Keys made like this have been broken before. Update the firmware of the station, so that it makes proper keys.',
  },
  'key-small-factor': {
    title: 'The RSA key is not a real one: anybody can compute its secret half.',
    why: 'Its number can be divided by a small one, which no properly made key can. Update the firmware, and let it make a new key.',
  },
  'key-roca': {
    title: 'The RSA key was made by a chip that is known to make weak keys (ROCA).',
    why: 'The secret half of such keys can be computed from their public half. Ask the maker for new firmware, and choose an elliptic-curve key until then.',
  },
  'key-curve-not-allowed': {
    title: 'The key is of a kind that is not accepted here: elliptic curve {{curve}}.',
    why: 'A certificate of this kind takes only {{allowed}}: with other keys some stations or vehicles can not connect. Choose one of them in the settings of whoever asks.',
  },
  'key-kind-not-allowed': {
    title: 'The key is of a kind that is not accepted here: {{kind}}.',
    why: 'A certificate of this kind takes only {{allowed}}. Choose one of them in the settings of whoever asks.',
  },
  'signature-old-hash': {
    title: 'The request is signed in an outdated way ({{algorithm}}).',
    why: 'That does not weaken the certificate, which is signed in the current way. It does say that the firmware of the station is old.',
  },
  'signature-broken-hash': {
    title: 'The request is signed in a way that proves nothing any more ({{algorithm}}).',
    why: 'Such signatures can be forged. Update the firmware of the station before it gets a certificate.',
  },
  'signature-unknown': {
    title: 'The request is signed in a way that can not be checked here ({{algorithm}}).',
    why: 'Without the check nobody knows whether the sender owns the key. Choose an elliptic-curve (P-256, P-384) or RSA key in the station.',
  },
  'cn-matches': {
    title: 'The name in the request is this station’s serial number, {{serialNumber}}.',
    why: 'The serial number in the certificate is what the station is recognised by.',
  },
  'cn-differs': {
    title: 'The request names “{{found}}”, but this station’s serial number is “{{serialNumber}}”.',
    why: 'The certificate would carry “{{serialNumber}}”. Either the station is set up with another name, or the request is another station’s. Compare with the type plate before you approve; the station may refuse a name it did not ask for.',
  },
  'cn-missing': {
    title: 'The request does not say which station it is for.',
    why: 'The certificate would carry the serial number this station gave when it started, “{{serialNumber}}”. The station may refuse a name it did not ask for.',
  },
  'cn-several': {
    title: 'The request names several stations: {{found}}.',
    why: 'A certificate is for one station. It would carry “{{serialNumber}}” only. Find out why the station asks for more before you approve.',
  },
  'serial-number-unknown': {
    title: '{{identity}} has never told its serial number.',
    why: 'A certificate carries the serial number, so without it none can be made. Restart the station: it tells its serial number when it starts. If it still does not, enter the serial number in the station’s own settings.',
  },
  'serial-number-unusable': {
    title: 'The serial number of {{identity}} can not stand in a certificate: “{{serialNumber}}”.',
    why: 'It is empty, longer than 64 characters or has characters that can not be seen. Correct it in the station’s own settings and restart the station.',
  },
  'organisation-matches': {
    title: 'The organisation in the request is yours, {{organisation}}.',
    why: 'A station connects only to a site of the organisation that it was set up for.',
  },
  'organisation-differs': {
    title: 'The request names the organisation “{{found}}”, but yours is “{{organisation}}”.',
    why: 'The certificate would carry “{{organisation}}” anyway, and {{identity}} may refuse it. Set the organisation name in the station (OrganizationName, in 1.6 CpoName) and let it ask again.',
  },
  'organisation-missing': {
    title: 'The request names no organisation.',
    why: 'The certificate would carry “{{organisation}}” anyway, and {{identity}} may refuse it. Set the organisation name in the station (OrganizationName, in 1.6 CpoName) and let it ask again.',
  },
  'names-not-copied': {
    title: 'The request also names: {{names}}. This is left out of the certificate.',
    why: 'Nobody here can confirm it, so a certificate of this site says only the organisation and the serial number.',
  },
  'asks-to-be-authority': {
    title: 'The request asks for the right to sign certificates.',
    why: 'With such a certificate the station could let in any other device. No station needs that: the request is faulty or an attack.',
  },
  'alternative-names-not-copied': {
    title: 'The request asks for further names or addresses: {{names}}. They are left out of the certificate.',
    why: 'A station is recognised by its serial number alone. With an address in its certificate it could pass as another computer of your network. The station may refuse a certificate without them.',
  },
  'unknown-critical-extension': {
    title: 'The request insists on something that is not known here ({{extensions}}).',
    why: 'It says that the certificate is useless without it, and it can not be granted here. Ask the maker of the station what it is for.',
  },
  'key-of-other-station': {
    title: 'The same key is used by another station, {{identity}}.',
    why: 'Each station needs a key of its own, or one can pass as the other. Somebody copied a key, or the maker ships the same key in all its stations. Let the station make a new key.',
  },
  'key-of-other-device': {
    title: 'The same key is used by a device, {{identity}}.',
    why: 'Everybody needs a key of their own, or one can pass as the other. Somebody copied a key. Let the sender make a new one.',
  },
  'key-of-authority': {
    title: 'The key in the request is the one of your own authority, “{{name}}”.',
    why: 'Only this computer should have that key. Do not approve, and find out who sent the request: if the secret half of the key was copied, every certificate of this site has to be replaced.',
  },
  'key-revoked': {
    title: 'The key was withdrawn before: it is the one of a revoked certificate of {{identity}}.',
    why: 'A certificate is revoked because its key can not be trusted any more; a new certificate would not change that. Let the station make a new key.',
  },
  'key-certified-before': {
    title: '{{identity}} already got a certificate for this very key.',
    why: 'That is allowed, but a new key is safer with every new certificate: the older a key, the more chances there were to copy it.',
  },
  'first-request': {
    title: 'This is the first certificate for {{identity}}.',
    why: 'There is no earlier certificate to compare with.',
  },
  'key-kind-changed': {
    title: 'The key is of another kind than in the last certificate: {{next}} instead of {{previous}}.',
    why: 'New firmware can be the reason. If nothing was changed there, it may be another device that asks.',
  },
  'device-named': {
    title: 'The certificate will name the device {{name}}.',
    why: 'A device is recognised by the name under which it is registered here.',
  },
  'device-named-otherwise': {
    title: 'The request names “{{found}}”; the certificate will name the device {{name}}.',
    why: 'Many devices ask under a name that means nothing here. The certificate carries the name under which the device is registered.',
  },
  renewal: {
    title: 'It renews the certificate of {{identity}} that ends on {{notAfter}} (key {{key}}).',
    why: 'Stations ask for a new certificate about a month before the old one ends. The old one stays valid until then.',
  },
  'subject-changed': {
    title: 'The new certificate would name somebody else than the last one: “{{next}}” instead of “{{previous}}”.',
    why: 'A renewal should only bring a new key or a new end. If the station was exchanged or your organisation got another name, that explains it; if not, find out what changed before you approve.',
  },
  'connection-encrypted': {
    title: 'It came over an encrypted connection from {{address}}, and {{identity}} proved who it is.',
    why: 'Only this station could send it, and nobody on the way could read or change it.',
  },
  'connection-encrypted-open': {
    title: 'It came over an encrypted connection from {{address}}, but without a password.',
    why: 'Nobody on the way could read or change it, but anyone on this network could have sent it: check that {{address}} is the address of {{identity}}.',
  },
  'connection-with-password': {
    title: 'It came from {{address}}, which gave the password of {{identity}}.',
    why: 'Only somebody who knows that password could send it. The connection itself is not encrypted.',
  },
  'connection-open': {
    title: 'It came from {{address}} over a connection without password and encryption.',
    why: 'Anyone on this network could have sent it: check that {{address}} is the address of {{identity}}.',
  },
  'certificate-type-not-offered': {
    title: 'The request is for a certificate of the type {{type}}, which this site does not offer.',
    why: 'It needs keys or an authority that a private site does not have. Switch that function off in the station, or get the certificate from your operator.',
  },
  'v2g-private-root': {
    title: 'The certificate is for Plug & Charge, and this site’s root is known to none but your own vehicles.',
    why: 'Vehicles trust a station only under the roots that they were given, which are those of the public Plug & Charge authorities. Approve it for tests, or for a fleet that you gave your root; for everybody else get the certificate from your operator.',
  },
  'other-root-asked': {
    title: 'The request asks for a certificate under another root than this site’s.',
    why: 'The station wants its certificate from another authority, mostly the Plug & Charge one that it was set up with. This site can not sign for that. Get the certificate from that authority, or delete its root in the station.',
  },
  'chain-leaf-only': {
    title:
      'The chain of {{whole}} characters is longer than the {{max}} this station takes, so only its own certificate is sent.',
    why: 'The issuing certificate behind it is left out. This server knows that one anyway, so the station can connect here; some stations refuse a certificate whose chain they do not have. The limit is MaxCertificateChainSize, in 1.6 CertificateSignedMaxChainSize.',
  },
  'chain-too-long': {
    title: 'The certificate does not fit: it has up to {{leaf}} characters, and this station takes {{max}}.',
    why: 'The station told that limit itself (MaxCertificateChainSize, in 1.6 CertificateSignedMaxChainSize), and it would refuse the certificate. Let it make an elliptic-curve key, which is much shorter than an RSA key, or update its firmware.',
  },
  'authority-expired': {
    title: 'Your own authority ended on {{notAfter}}: it can not sign any more.',
    why: 'Stations refuse everything an authority signs after its end. Look at the date of this computer first: if it is wrong, correct it, and the request can be approved. If it is right, this site needs a new authority before any station gets a certificate.',
  },
  'validity-shortened': {
    title: 'The certificate will end on {{notAfter}}, sooner than usual: your own authority ends on that day.',
    why: 'No certificate can outlive the authority that signed it. Before that day this site needs a new authority, and its stations new certificates.',
  },
  'unreadable-empty': {
    title: 'The request is empty.',
    why: 'The station sent no certificate request in its message. Restart the station and let it ask again; if that does not help, update its firmware.',
  },
  'unreadable-too-long': {
    title: 'The request is longer than the {{limit}} characters a station may send.',
    why: 'A real request is much shorter, so it was not read. Update the firmware of the station, and find out who sent it if that does not help.',
  },
  'unreadable-private-key': {
    title: 'A secret key was sent instead of a request.',
    why: 'A secret key must never leave the station; this one can be known to others now. Let the station make a new key, and tell its maker.',
  },
  'unreadable-other-content': {
    title: 'Something else was sent instead of a certificate request.',
    why: 'It is marked as another kind of data, such as a finished certificate. Let the station ask again.',
  },
  'unreadable-several-blocks': {
    title: 'The message holds more than one request.',
    why: 'Which of them would be signed is unclear, so none is. Let the station ask again, with one request.',
  },
  'unreadable-no-block': {
    title: 'The message holds no certificate request in the usual form.',
    why: 'A request starts with “BEGIN CERTIFICATE REQUEST” and ends with “END CERTIFICATE REQUEST”, with nothing around it. Let the station ask again; if that does not help, update its firmware.',
  },
  'unreadable-bad-base64': {
    title: 'The request is damaged: it holds characters that do not belong there.',
    why: 'It was cut off or changed on its way. Let the station ask again.',
  },
  'unreadable-trailing-bytes': {
    title: 'The request is followed by data that does not belong to it.',
    why: 'Nobody can say what that data is for, so nothing of it is signed. Let the station ask again; if that does not help, update its firmware.',
  },
  'unreadable-malformed': {
    title: 'The request is damaged and can not be read.',
    why: 'It looks like a certificate request from outside, but its contents are not in order. Let the station ask again; if that does not help, update its firmware.',
  },
} as const
