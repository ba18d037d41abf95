/** The way through the first hour. */
export const firstSteps = {
  title: 'First steps',
  about:
    'From an empty site to the first session and a backup. What is done is seen by itself; leave whenever you like, and go on where you were.',
  over: 'All of it is done. The address for the next charger stays here, under the first step.',
  toOverview: 'To the Overview',
  later: 'Go on later',
  numbered: '{{number}}. {{title}}',
  done: 'Done',
  line: {
    title: 'First steps: {{done}} of {{all}} done',
    next: 'Next: {{step}}',
    go: 'Go on',
    putAway: 'Put away',
  },
  call: {
    title: 'Let a charger call',
    another: 'Address for another charger',
    noAddress:
      'This computer has no network address at which chargers could reach it. Connect it to the chargers’ network; the address then appears here.',
    which: 'At which address is this computer on the chargers’ network?',
    withoutTls: 'Without encryption. Every charger can begin so; it is led to TLS from here later.',
    withTls:
      'Encrypted. The charger needs this site’s root certificate first (Certificates, “Save root certificate”), or it hangs up.',
    identity: 'Name of the charger',
    identityHint: 'Its identity: letters, digits, - and _, a different one for each charger.',
    identityOdd:
      'Blanks and letters with marks are written by chargers in their own ways. Better only letters, digits, - and _.',
    brand: 'Brand',
    brandHint: 'Where the makers have it. Their programs change.',
    otherBrand: 'Another brand',
    qr: 'QR code of {{address}}',
    address: 'Address',
    where:
      'Type this into the charger’s settings, where they ask for the central system, the backend or the OCPP server:',
    whereAt: '{{tool}}, field “{{field}}”:',
    ownField: 'And this into the field “{{field}}”:',
    serialNumber: 'The charger puts its serial number at the end by itself; that is the name it goes by.',
    apart:
      'Some chargers ask for the address and the name in two fields. Then leave the name out of the address. Choose OCPP 1.6 JSON, 2.0.1 or 2.1.',
    nobody: 'Nobody has called yet. The charger appears here by itself.',
    turnedAway:
      'A charger has called and was turned away; why, and what to do, stands below. When that is mended it appears here by itself.',
    check:
      'If it does not: is it in the same network as this computer, was it restarted after the change, and does the firewall of this computer let the port through?',
  },
  admit: {
    title: 'Let it in',
    text: 'Compare what it tells of itself with its plate. It is served only when you have admitted it.',
    refused: 'The chargers that called were refused. Admit one on the page Stations.',
    stations: 'Open stations',
  },
  card: {
    title: 'Enrol the first card',
    text: 'Hold a card to the charger: it appears here as unknown, with a button. A USB reader at this computer works as well.',
    type: 'Type a number',
  },
  session: {
    title: 'Charge for the first time',
    text: 'Plug in a car and hold the enrolled card to the charger. The session appears on the Overview within a second or two.',
    watch: 'Watch the Overview',
  },
  backup: {
    title: 'Make a backup',
    text: 'One encrypted file holds the whole site with its keys. Best is a daily backup into a folder on another disk.',
    open: 'Open backups',
  },
  wayBack: {
    done: 'This step is done.',
    open: 'When a backup is made, this step is done.',
    go: 'Back to the first steps',
  },
  afterwards: {
    title: 'What comes next',
    operators: 'Operators',
    operatorsHint: 'Until there are operators, whoever can open the console may do everything.',
    profiles: 'Security profiles',
    profilesHint:
      'Until now a charger’s name is all it proves. Chargehand leads it to a password, to TLS and to a certificate of its own.',
    tariffs: 'Tariffs',
    tariffsHint: 'With a price, the report of a month also says what the energy costs.',
  },
} as const
