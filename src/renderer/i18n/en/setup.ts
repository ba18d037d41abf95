/** First run. */
export const setup = {
  title: 'Set up your site',
  intro:
    'Chargehand becomes the central system of your chargers and the certificate authority of your site, on this computer. It needs two names to begin.',
  siteName: 'Name of the site',
  siteNameHint: 'Shown on this screen and in notifications.',
  organisation: 'Name of the organisation',
  organisationHint:
    'Written into every certificate as the organisation (O). Chargers keep it for years, so use the name on your letterhead.',
  errors: {
    empty: 'Enter a name.',
    tooLong: 'At most {{max}} characters; these are {{length}}.',
    control: 'Use letters, digits, spaces and punctuation only.',
  },
  whatHappens: 'What happens next',
  steps: {
    database: 'A database is created in the data folder of this computer.',
    authority: 'A root and an issuing authority are created; their private keys are encrypted and stay here.',
    listen: 'The server starts to listen for chargers. None gets in before you admit it.',
  },
  submit: 'Set up site',
  working: 'Setting up…',
  restore: {
    open: 'Restore from a backup',
    title: 'Restore from a backup',
    intro:
      'The backup becomes the site of this computer: its stations, cards, sessions, certificates and keys. Do not run it on the old computer at the same time.',
    passphrase: 'Passphrase of the backup',
    noFile: 'Choose the backup first.',
    noPassphrase: 'Enter the passphrase that it was made with.',
    submit: 'Restore site',
    sending: '{{done}} of {{size}} taken over',
    checking: 'Opening it and checking all of it…',
    back: 'Set up a new site instead',
    failed: 'The backup was not restored',
    stillEmpty: 'Nothing was changed.',
    noRoom: 'There is not room enough for it in the data folder: {{free}} are free. Make room, and try again.',
    broken: 'The backup did not arrive whole. Try again.',
    ready: 'The site “{{site}}” is restored as it was on {{at}}',
    contents: '{{stations}} stations, {{cards}} cards, {{sessions}} sessions, {{files}} files.',
    restarts: 'Chargehand starts again now, and opens it.',
    byHand: 'Close Chargehand and start it again to run it.',
  },
  failed: 'The site was not set up',
  tryAgain: 'Nothing is lost: mend it and try again.',
} as const
