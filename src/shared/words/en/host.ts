/** What the program says outside the console: terminal, tray, dialogs, and the pages before the console opens. */
export const host = {
  ready: {
    running: 'Chargehand is ready.',
    setup: 'Chargehand is ready to be set up; chargers are listened for after that.',
    console: 'Console (opens once): {{url}}',
    window: 'Console: in its window',
    chargers: 'Chargers: {{urls}}',
    api: 'Scripts: {{url}}',
    noTls: 'No TLS: {{reason}}',
    noPort: 'No charger can connect: the port without TLS is closed, too (Settings).',
    data: 'Data: {{folder}}',
    demoData: 'Demo, nothing is kept: {{folder}}',
    keys: {
      system: 'Keys: protected by the system',
      'key-file': 'Keys: protected by a key file in the data folder',
      passphrase: 'Keys: protected by the passphrase',
    },
  },
  page: {
    linkNeededTitle: 'This console needs its link',
    linkNeeded:
      'Open the link that Chargehand printed when it started. It works once. A fresh one always lies in the file “{{file}}” in the data folder of this computer.',
    linkSpentTitle: 'This link no longer works',
    linkSpent:
      'It was used already, or it is too old. A fresh one lies in the file “{{file}}” in the data folder of this computer.',
    opening: 'Opening the console',
    noSuchCall: 'There is no such call. /api/openapi.json lists all of them.',
    notFound: 'There is nothing at this address.',
    notBuilt: 'The console is missing from this installation. Build it, or install Chargehand again.',
  },
  tray: {
    show: 'Show console',
    quit: 'Quit Chargehand',
    listening: 'Listening on {{url}}',
    notSetUp: 'Not set up yet',
    locked: 'Locked',
    connected_one: '1 station connected',
    connected_other: '{{count}} stations connected',
  },
  quit: {
    title: 'Quit Chargehand?',
    connected_one: '1 station is connected.',
    connected_other: '{{count}} stations are connected.',
    detail:
      'While Chargehand is closed they can not be served: cards are not recognised, and each charger decides by its own list. Closing the window instead keeps the server running in the tray.',
    confirm: 'Quit Chargehand',
    stay: 'Keep it running',
  },
  menu: {
    program: 'Chargehand',
    close: 'Close window',
    lock: 'Lock',
    quit: 'Quit Chargehand',
    edit: 'Edit',
    view: 'View',
    actualSize: 'Actual size',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    fullScreen: 'Full screen',
    go: 'Go to',
    pages: {
      overview: 'Overview',
      stations: 'Stations',
      sessions: 'Sessions',
      cards: 'Cards',
      requests: 'Requests',
      certificates: 'Certificates',
      events: 'Events',
      settings: 'Settings',
    },
  },
  /** Notifications of the system, for somebody who is not at the console. */
  notification: {
    request: {
      title: 'A certificate is asked for',
      body_one: '1 request waits for your decision.',
      body_other: '{{count}} requests wait for your decision.',
    },
    station: {
      title: 'A station wants to join',
      body_one: '1 station waits to be admitted.',
      body_other: '{{count}} stations wait to be admitted.',
    },
    card: {
      title: 'An unknown card was presented',
      body_one: '1 unknown card can be enrolled.',
      body_other: '{{count}} unknown cards can be enrolled.',
    },
    fault: { title: '{{station}} has a fault', body: 'EVSE {{evse}} is out of order. Open the station to see why.' },
    gone: {
      title: '{{station}} is gone',
      body: 'It has not been connected for {{minutes}} minutes. Check its power and its network.',
    },
    backup: { title: 'The backup failed' },
    update: {
      title: 'Chargehand {{version}} is there',
      body: 'Settings, “Updates”, says what is new. Nothing is installed by itself.',
    },
    /** While nobody has signed in at the console: nothing by name. */
    locked: {
      fault: 'A station has a fault',
      gone: 'A station is gone',
      backup: 'The backup failed',
      body: 'Sign in to see more.',
    },
  },
  alreadyRunning: 'Chargehand is already running with this data folder; its window has been brought to the front.',
  startFailed: 'Chargehand could not start',
  endedByFault: 'Chargehand ended after an unexpected fault ({{reason}}). The log says more.',
  endedUncleanly: 'Chargehand ended, but not everything could be closed ({{reason}}). What was acknowledged is kept.',
} as const
