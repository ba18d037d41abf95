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
  failed: 'The site was not set up',
  tryAgain: 'Nothing is lost: mend it and try again.',
} as const
