/**
 * What is said about the command line. `help` is the frame of `--help`. `problem` goes into BAD_OPTION, behind the
 * option or variable that it is about.
 */
export const options = {
  help: {
    usage: 'Usage: {{command}} [options]',
    about: 'Central system for the chargers of one site, with its console. The command line wins over the environment.',
    fallback: 'Default: {{value}}.',
    variable: 'Also {{name}}.',
  },
  /** What each option is for; `fallback` says what holds without it, where that is more than “no”. */
  option: {
    data: {
      sentence: 'Folder that holds the database, the keys and the log.',
      fallback: 'a folder of this account',
    },
    bind: {
      sentence: 'Network address on which chargers are listened for.',
      fallback: '0.0.0.0, every network of this computer',
    },
    'ocpp-port': {
      sentence: 'Port for chargers without TLS (ws://); 0 takes any free one.',
      fallback: '{{port}}',
    },
    'tls-port': {
      sentence: 'Port for chargers with TLS (wss://); 0 takes any free one.',
      fallback: '{{port}}, any free one with --ocpp-port 0',
    },
    'mqtt-port': {
      sentence:
        'Port for MQTT with TLS alone, such as 8883, for devices that can not ask for it by ALPN; 0 takes any free one.',
      fallback: 'none, devices use the port with TLS',
    },
    'home-assistant': {
      sentence: 'Announce the chargers to Home Assistant over MQTT, so that they show up there by themselves.',
    },
    'pki-url': {
      sentence:
        'Address of the port without TLS, such as http://192.0.2.10:9000, for new certificates of chargers to say where they can be checked (CRL, OCSP).',
      fallback: 'none, certificates name no address',
    },
    'web-port': {
      sentence: 'Port of the console for a browser on this computer (127.0.0.1); 0 takes any free one.',
      fallback: '{{port}} with --headless, else none',
    },
    'api-port': {
      sentence: 'Port for scripts (the automation API); 0 takes any free one.',
      fallback: 'as the Settings page says, at first none; any free one with --demo',
    },
    'api-bind': {
      sentence: 'Network address of the port for scripts. On any but this computer’s own it speaks TLS.',
      fallback: '127.0.0.1, scripts on this computer',
    },
    metrics: {
      sentence:
        'Give figures to Prometheus at /metrics of the console for a browser, for programs on this computer, without signing in.',
    },
    headless: {
      sentence: 'Open no window; serve the console to a browser instead.',
    },
    demo: {
      sentence: 'Use a throw-away data folder with three virtual chargers. Nothing is kept.',
    },
    json: {
      sentence: 'Print the ready line as JSON.',
    },
    'passphrase-file': {
      sentence:
        'File whose first line is the passphrase that protects the private keys. CHARGEHAND_PASSPHRASE gives the passphrase itself.',
      fallback: 'keys are protected by the system, or by a key file',
    },
    restore: {
      sentence: 'Restore the site of this backup into the data folder, which must not hold one yet, and end.',
    },
    'check-backup': {
      sentence: 'Prove that this backup opens, say what is in it, and end. No site is touched.',
    },
    'backup-passphrase-file': {
      sentence:
        'File whose first line is the passphrase of the backup. CHARGEHAND_BACKUP_PASSPHRASE gives the passphrase itself.',
      fallback: 'asked for in the terminal',
    },
    'recover-administrator': {
      sentence:
        'Make this operator an administrator with a new password, print it, and end. Chargehand must not be running.',
    },
    help: {
      sentence: 'Print this text and end.',
    },
    version: {
      sentence: 'Print the version and end.',
    },
  },
  /** What is printed when an administrator was recovered. */
  recovered: '{{name}} is an administrator. Password: {{password}} (choose another one after signing in)',
  problem: {
    noOperators: 'has nobody to find: there are no operators, and nobody has to sign in.',
    noOperator: 'names nobody. The operators are: {{names}}.',
    unknown: 'is not an option.',
    unknownNear: 'is not an option. Did you mean --{{name}}?',
    twice: 'is given twice.',
    takesNoValue: 'takes no value.',
    needsValue: 'needs a value ({{value}}).',
    notYesOrNo: '“{{given}}” is neither 1 nor 0.',
    noPort: '“{{given}}” is not a port number (0 to 65535).',
    noAddress: '“{{given}}” is not a network address such as 192.0.2.10, :: or 0.0.0.0.',
    noHttpOrigin: '“{{given}}” is not an address such as http://192.0.2.10:9000, without anything behind it.',
    passphraseTwice: 'give either a file or {{variable}}, not both.',
    demoFolder: 'uses a throw-away folder of its own; leave --data and CHARGEHAND_DATA out.',
    folderNotMade: 'the folder {{folder}} can not be made ({{reason}}).',
    notTogether: 'does not go together with {{other}}.',
    passphraseMissing: 'the passphrase is needed, and nobody can be asked here.',
    passphraseUnreadable: 'the file {{file}} can not be read.',
    passphraseEmpty: 'the first line of {{file}} is empty.',
  },
} as const
