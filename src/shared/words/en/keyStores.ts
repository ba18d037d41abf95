/** How the three ways to protect private keys are called in a sentence (`wanted`), and what to do without them (`remedy`). */
export const keyStores = {
  system: {
    wanted: 'the password store of this computer',
    remedy: 'Start the desktop program with the account that set up this site, and unlock its password store.',
  },
  'key-file': {
    wanted: 'a key file',
    remedy: 'Start without a passphrase, with the data folder that holds the key file.',
  },
  passphrase: {
    wanted: 'a passphrase',
    remedy: 'Start with --passphrase-file, or with the passphrase in CHARGEHAND_PASSPHRASE.',
  },
  readableKeyFile: {
    wanted: 'the key file “{{file}}”, which other accounts of this computer can read',
    remedy: 'Make it readable by this account only (chmod 600), on a file system that knows owners.',
  },
} as const
