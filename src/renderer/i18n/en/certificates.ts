/** Texts of the Certificates page. */
export const certificates = {
  title: 'Certificates',
  authority: {
    heading: 'The site’s own authority',
    root: 'Root',
    rootText:
      'Install this certificate on every charger as its central-system root. A charger that has it can check everything this site signs.',
    issuing: 'Issuing CA',
    issuingText: 'Signs the certificates of the chargers. It travels with each of them, so it needs no installing.',
    downloadRoot: 'Save root certificate',
    downloadChain: 'Save chain (issuing and root)',
    copyRoot: 'Copy root certificate',
    rootFile: '{{site}} root.pem',
    chainFile: '{{site}} chain.pem',
    savedAs: 'Saved as “{{file}}”.',
  },
  keyStore: {
    heading: 'Private keys',
    system: 'The private keys are encrypted with the key store of this computer.',
    'key-file': 'The private keys are encrypted with a key file in the data folder, which only this account may read.',
    passphrase: 'The private keys are encrypted with your passphrase.',
    keyFileAdvice: 'Keep a copy of the data folder in a safe place: without the key file nobody can sign any more.',
    passphraseAdvice: 'Without the passphrase nobody can sign any more.',
    systemAdvice: 'They can only be used by your account on this computer.',
  },
  issued: {
    heading: 'Issued to stations',
    list: 'Certificates issued to stations, newest first',
    station: 'Station',
    allStations: 'All stations',
    empty: 'No certificate has been issued yet',
    emptyText:
      'When you approve a certificate request, the certificate is listed here with its end and what the charger answered.',
    nothingFound: 'No certificate for this station',
    nothingFoundText: 'Choose “All stations” to see every certificate.',
    column: {
      station: 'Station',
      subject: 'Subject',
      issued: 'Issued',
      expires: 'Ends',
      delivery: 'Delivery',
      serial: 'Serial number',
    },
  },
  standing: {
    valid: 'Valid',
    'ends-soon': 'Ends soon',
    ended: 'Ended',
    'not-yet-valid': 'Not valid yet',
  },
} as const
