/** Upgrades of stations to higher security profiles. */
export const upgrades = {
  title: 'Upgrade to a higher security profile',
  hint: 'Chargehand changes the charger’s own settings step by step and checks each of them. Until the charger has come back in the new way it is let in as before, too, and all can be taken back.',
  most: 'This charger proves itself in the strongest way there is.',
  target: {
    label: 'Profile',
    '1': '1 · Password, no TLS',
    '2': '2 · Password and TLS',
    '3': '3 · Certificate (mutual TLS)',
  },
  network: {
    label: 'Network interface',
    usual: 'The usual one',
    hint: 'Only for chargers of OCPP 2: the connection that the charger uses for Chargehand. “The usual one” is the first cable (Wired0).',
  },
  begin: 'Start the upgrade to profile {{profile}}',
  restarts_one: 'The charger restarts once, when nobody is charging.',
  restarts_other: 'The charger restarts {{count}} times, when nobody is charging.',
  reconnects_one: 'The charger connects anew once.',
  reconnects_other: 'The charger connects anew {{count}} times.',
  needsApproval: 'For profile 3 it asks for a certificate, which you approve under Requests.',
  started: 'The upgrade of {{identity}} to profile {{profile}} has begun.',
  refusal: {
    'under-way': 'An upgrade of {{identity}} is under way already.',
    'has-it': '{{identity}} is held to that profile or a higher one already.',
    'not-admitted': '{{identity}} has not been admitted.',
    'never-connected': '{{identity}} was never connected, so its OCPP version is not known.',
    'no-tls-port': 'This computer does not listen with TLS. Open the port under Settings first.',
    'no-plain-port':
      'The port without TLS is closed, and profile 1 is for connections without TLS. Upgrade {{identity}} to profile 2.',
    'comes-with-tls':
      '{{identity}} is connected with TLS already, and profile 1 is for connections without. Upgrade it to profile 2.',
    'no-serial-number':
      'The serial number of {{identity}} is not known; its certificate is bound to it. Enter it under About.',
  },
  state: {
    running: 'Upgrade from profile {{from}} to profile {{to}} {{when}}',
    'rolling-back': 'The upgrade to profile {{to}} is being taken back {{when}}',
    done: 'Upgraded to profile {{to}} {{when}}',
    'rolled-back': 'Upgrade taken back: held to profile {{profile}} {{when}}',
    replaced: 'Upgrade ended: the profile was set by hand {{when}}',
  },
  letIn: {
    both: 'It is let in under profile {{profile}} and under profile {{coming}}.',
    one: 'It is let in under profile {{profile}} only.',
  },
  leg: 'To profile {{profile}}',
  stepState: {
    todo: 'To do',
    now: 'Under way',
    stuck: 'Needs you',
    done: 'Done',
    'by-hand': 'Done by hand',
  },
  step: {
    'tls-port': {
      title: 'This computer can be reached with TLS',
      why: 'It has to show a certificate for the very address that the charger calls.',
    },
    root: {
      title: 'Root certificate on the charger',
      why: 'With it the charger checks that it talks to this computer and to nobody else.',
    },
    organisation: {
      title: 'Name of the organisation on the charger',
      why: 'The charger writes it into its certificate request.',
    },
    password: {
      title: 'Password on the charger',
      why: 'A new one is made and told to the charger. Nobody has to type it.',
    },
    certificate: {
      title: 'Certificate on the charger',
      why: 'The charger makes a key and asks for its certificate, you approve it, the charger checks and takes it.',
    },
    address: {
      title: 'Address with TLS on the charger',
      why: 'OCPP 1.6 has no word for the address. Most chargers have a setting of their own for it, which is looked for.',
    },
    'network-profile': {
      title: 'New network profile on the charger',
      why: 'Address and security profile go into a free place. What the charger uses now stays as it is.',
    },
    priority: {
      title: 'New network profile first',
      why: 'The charger tries the new one first, and falls back on the old one.',
    },
    restart: {
      title: 'Restart',
      why: 'The charger restarts when nobody is charging, and then uses the new network profile.',
    },
    'security-profile': {
      title: 'New security profile on the charger',
      why: 'The charger connects anew at once. A lower profile can not be set over OCPP after that.',
    },
    return: {
      title: 'Back under profile {{profile}}',
      why: 'As soon as it has come back in the new way, every lower profile is refused.',
    },
    undo: {
      title: 'Taking it back',
      why: 'The charger is told its old settings; both ways stay open to it until it is sure which one it uses.',
    },
  },
  waits: {
    turn: 'Waits for its turn: only some chargers go at a time.',
    offline: 'Waits until the charger is connected.',
    ready: 'The charger has connected. Waits until it reports itself.',
    answer: 'Waits for the answer of the charger.',
    request: 'Waits for the certificate request of the charger.',
    approval: 'The certificate request of the charger waits for you.',
    delivery: 'The certificate is on its way to the charger.',
    idle: 'The charger restarts when its sessions have ended.',
    return: 'Waits for the charger to come back.',
  },
  problem: {
    'no-tls-port': {
      what: 'This computer does not listen with TLS.',
      todo: 'Open the port for TLS under Settings.',
    },
    'comes-with-tls': {
      what: 'The charger is connected with TLS, and profile 1 is for connections without.',
      todo: 'Take it back, and upgrade it to profile 2 instead.',
    },
    'tls-not-reachable': {
      what: 'Trying {{url}} failed ({{told}}).',
      todo: 'The name or address in it has to be one of this computer’s own (Settings), and no firewall may stand in between. If chargers reach it by a way that this computer can not try, say so.',
    },
    refused: {
      what: 'The charger refused it ({{told}}).',
      todo: 'Its log or its manual may say why. Try again, or do it at the charger itself and say so here.',
    },
    unsupported: {
      what: 'The charger can not be told this over OCPP ({{told}}).',
      todo: 'Do it at the charger itself, with its maker’s tool, and say so here.',
    },
    'no-answer': {
      what: 'The charger did not answer, several times.',
      todo: 'Look whether it is well, and try again.',
    },
    'not-possible': {
      what: 'It could not be sent ({{told}}).',
      todo: 'Try again later, or do it at the charger itself and say so here.',
    },
    'root-not-listed': {
      what: 'The charger took the root certificate, and does not list it.',
      todo: 'Some do so only after a restart: restart it and try again. If you are sure that it is there, say so here.',
    },
    'no-address-key': {
      what: 'The charger has no setting that holds its address, or several.',
      todo: 'Set the address at the charger itself to {{url}} and say so here. Say so as well if it changes ws to wss by itself.',
    },
    'no-request': {
      what: 'The charger has not asked for a certificate.',
      todo: 'Its log may say why. Try again.',
    },
    'request-rejected': {
      what: 'Its certificate request was rejected.',
      todo: 'Reopen it under Requests, or try again: then it asks anew.',
    },
    'certificate-refused': {
      what: 'The charger refused the certificate ({{told}}).',
      todo: 'Often its chain is too long for it, or its clock is wrong. Mend that and try again.',
    },
    'no-slot': {
      what: 'The charger has no other place for a network profile than the one in use.',
      todo: 'Set address and profile at the charger itself, and say so here.',
    },
    'priority-unknown': {
      what: 'The charger does not tell which of its network profiles it uses.',
      todo: 'Set address and profile at the charger itself, and say so here.',
    },
    'came-back-old': {
      what: 'The charger came back as it was: the new way did not work for it.',
      todo: 'Nothing is locked. Under “Turned away” may stand why. Mend that and try again, or take it back.',
    },
    'not-back': {
      what: 'The charger has not come back yet.',
      todo: 'It is let in as before and in the new way. Look whether it has power and network, and under “Turned away”. If it can not find back by itself, set {{url}} at the charger.',
    },
    'not-gone': {
      what: 'The charger took it, and stays connected as before.',
      todo: 'Restart the charger, or try again.',
    },
  },
  action: {
    retry: 'Try again',
    doneByHand: 'I have done it at the charger',
    reachable: 'Chargers reach it all the same',
    rollBack: 'Take it back',
    request: 'Open the request',
    several: 'Upgrade several chargers',
  },
  outcome: {
    'nothing-to-do': 'It has moved on in the meantime.',
    'too-late': 'It has come back under the new profile in the meantime, so it can not be taken back.',
  },
  steps: 'Steps',
  page: {
    title: 'Security profiles',
    hint: 'How each charger has to prove who it is. Choose some and upgrade them to a higher profile; a few go at a time, the others wait for their turn.',
    begin_zero: 'Choose chargers to upgrade',
    begin_one: 'Upgrade {{count}} charger',
    begin_other: 'Upgrade {{count}} chargers',
    begun_one: 'The upgrade of {{count}} charger has begun.',
    begun_other: 'The upgrade of {{count}} chargers has begun.',
    none: 'No charger was admitted yet',
    noneBody: 'Chargers appear here when they have been admitted.',
    choose: 'Choose {{identity}}',
    chooseAll: 'Choose all that can go',
    underWay_one: '{{count}} under way',
    underWay_other: '{{count}} under way',
    stuck_one: '{{count}} needs you',
    stuck_other: '{{count}} need you',
    columns: { station: 'Station', connection: 'State', profile: 'Profile', way: 'Upgrade' },
    progress: '{{done}} of {{all}} steps',
  },
} as const
