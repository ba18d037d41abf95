/**
 * What stations are told when they are not served: in HTTP answers, close frames (at most 123 bytes there) and errors to
 * their messages (at most 255 characters). It ends up in their own logs, where installers read it.
 */
export const stationAnswers = {
  upgrade: {
    noIdentity: 'Add the identity of the charger to the address, such as ws://server:9000/CP_1',
    badIdentity: 'The identity may have up to 48 characters, without ":", control characters and outer spaces',
    otherProtocols: 'It offers {{offered}}; this server speaks {{spoken}}',
    noProtocol: 'It offers no subprotocol; this server speaks {{spoken}}',
    refused: 'This charger has been refused. The site manager can admit it in Chargehand.',
    tooManyWaiting: 'Too many unknown chargers wait for their admission. Try again later.',
    tooManyConnections: 'Too many connections. Try again later.',
    oldTls: 'OCPP 2 needs TLS 1.2 or 1.3; this connection has {{version}}.',
    failed: 'The server could not take the connection. Try again later.',
    notWebSocket: 'Chargehand: chargers connect here by WebSocket.',
  },
  /** Answers of the endpoint where stations fetch firmware and put logs. */
  files: {
    notFound: 'There is nothing at this address, or not any more. Ask for the file again in Chargehand.',
    onlyFetch: 'This address is for fetching a file with GET.',
    onlyPut: 'This address is for putting a file with PUT or POST.',
    noFile: 'The form has no file in it.',
    stored: 'Received: {{size}} bytes, SHA-256 {{sha256}}.',
    alreadyUsed: 'Another file has been put at this address already. Ask for it again in Chargehand.',
    empty: 'The file is empty, so it was not kept.',
    tooLarge: 'The file is larger than {{bytes}} bytes, so it was not kept.',
    noRoom: 'The disk of the central system has no room for the file, so it was not kept.',
    brokenOff: 'The file ended before its end, so it was not kept. Put it once more.',
    tooMany: 'Too many files are under way. Try again later.',
    failed: 'The server could not take or give the file. Try again later.',
  },
  /** Answers of the endpoint where the authority publishes its certificates and what it has revoked. */
  pki: {
    notFound:
      'There is nothing at this address. The certificates and lists of the site are at /pki/root.crt, issuing.crt, root.crl and issuing.crl.',
    tooLong: 'The question is too long. Ask for fewer certificates at once.',
    notYet: 'The list is being made. Try again in a moment.',
    failed: 'The server could not give this. Try again later.',
  },
  /** Why a station has not proved who it is as its security profile asks. */
  access: {
    'needs-tls':
      'This charger is set to security profile {{profile}} in Chargehand: it has to connect with TLS (wss://).',
    'needs-plain':
      'This charger is set to security profile 1 in Chargehand, which has no TLS: connect to ws://, or have the profile set to 2.',
    'no-password':
      'This charger is set to security profile {{profile}}: it has to send its password (HTTP Basic authentication).',
    'wrong-user': 'The user name is {{user}}; it has to be the identity of the charger, as in its address.',
    'wrong-password': 'The password is not the one of this charger in Chargehand.',
    busy: 'Too many passwords are being checked. Try again later.',
    'no-certificate': 'This charger is set to security profile 3: it has to show its certificate.',
    'certificate-untrusted': 'The certificate was not issued by this site ({{problem}}). Issuer: {{issuer}}.',
    'certificate-self-signed': 'The certificate was signed by itself, and not issued by this site.',
    'certificate-path':
      'The certificate was signed by a certificate that may sign none, or not at that place ({{problem}}). Issuer: {{issuer}}.',
    'certificate-of-authority': 'The certificate is that of a certificate authority ({{subject}}), not of a charger.',
    'certificate-not-for-this': 'The certificate is not for proving who a charger is.',
    'certificate-expired': 'The certificate has expired.',
    'certificate-not-yet': 'The certificate is not valid yet.',
    'certificate-unknown': 'The certificate {{serialNumber}} is not in the records of this site.',
    'certificate-revoked': 'The certificate has been revoked.',
    'certificate-of-device': 'The certificate was issued to the device {{device}}, which is no charger.',
    'certificate-other-station': 'The certificate was issued to the charger {{other}}.',
    'certificate-other-serial':
      'The certificate is for serial number {{shown}}; this charger is recorded as {{recorded}}.',
    'certificate-other-owner': 'The certificate is for {{subject}}, which is not this charger of this site.',
    'no-serial-number':
      'The certificate is for serial number {{shown}}; Chargehand knows no serial number of this charger.',
  },
  close: {
    otherSerial: 'The serial number is not the one of the certificate of this connection',
    plainClosed: 'This site is reached with TLS only from now on: connect to wss://',
    oldTls: 'This site speaks TLS 1.2 and 1.3 only from now on',
    otherProfile: 'The security profile of this charger has changed: connect again as it asks',
    refused: 'The site manager has refused this charger',
    tooManyWaiting: 'Too many unknown chargers wait for their admission',
    binary: 'OCPP-J is text',
    certificateRevoked: 'The certificate of this connection has been revoked',
    shuttingDown: 'The central system is shutting down',
  },
  /** Not told to the station, but about what is not sent to it. */
  notSent: {
    refused: 'The station has been refused: nothing is sent to it',
    'not-admitted': 'The station has not been admitted yet: no session is started or stopped through it',
  },
  /** Why a service is refused that a private site has no use for; at most 512 characters. */
  notHere: {
    contracts: 'This site has no contract certificates: start the session with a card',
    responders: 'This site asks no responder outside of its own network',
    vatNumbers: 'This site does not look up VAT numbers',
    schedules: 'This site keeps no dynamic charging schedules',
  },
  error: {
    unreadable: 'The frame is not a JSON array that begins with a message type',
    'unknown-type': 'This message type is not part of the protocol version of this connection',
    'malformed-call': 'A CALL is [2, messageId, action, payload] with texts and an object',
    notKnown: 'This station is not known',
    notAdmitted: 'This station has not been admitted yet; only BootNotification is answered',
    notBooted: 'This station is held to the letter: only BootNotification is answered until one was accepted',
    refused: 'This station has been refused; the site manager can admit it',
    notSupported: 'This central system does not support the action',
    notImplemented: 'The action is not known',
    notStored: 'The server could not store the message. Send it again later.',
    failed: 'The server could not process the message.',
  },
} as const
