/** The page of settings, and the site's backups. */
export const settings = {
  title: 'Settings',
  parts: {
    label: 'Parts of the settings',
    language: 'Language',
    reach: 'Chargers',
    operators: 'Operators',
    people: 'Two people',
    scripts: 'Scripts',
    reports: 'Reports',
    backup: 'Backup',
    updates: 'Updates',
    computer: 'This computer',
  },
  language: {
    title: 'Language',
    means:
      'Also of notifications, numbers and dates. Everybody chooses for themselves: it is remembered on this computer.',
  },
  desktop: {
    title: 'This computer',
    keepAwake: 'Keep this computer awake while Chargehand runs',
    keepAwakeMeans:
      'A sleeping computer serves no charger: cards are not recognised, and what chargers report waits in them. The screen may still go dark.',
    startAtLogin: 'Start Chargehand when I log in',
    noStart:
      'To start Chargehand at log-in, add it to the start-up programs of your desktop; this system does not let programs do that by themselves.',
    saved: 'Saved.',
  },
  backup: {
    title: 'Backup',
    intro:
      'A backup holds the whole site: stations, cards, sessions, certificates, firmware, and the private keys of your certificate authority. Without one, a broken disk means new certificates for every charger.',
    passphrase: 'Passphrase',
    repeat: 'Passphrase again',
    passphraseHint:
      'At least {{min}} characters. Write it down: nobody can open the backup without it, also not on this computer.',
    passphraseKept: 'Leave it empty to keep the one that was given before.',
    withLogs: 'With the logs that stations have put here',
    problem: {
      short: 'At least {{min}} characters are needed.',
      different: 'The two are not the same.',
      folder: 'Enter the whole path of a folder.',
      keep: 'Enter a number from 1 to {{max}}.',
    },
    last: {
      saved: 'Last saved by hand',
      planned: 'Last daily backup',
      trial: 'Last proof that one opens',
      next: 'Next daily backup',
      never: 'Never',
      noPlan: 'None is set up',
      opened: '{{name}}: opens, and it is whole',
      failed: 'Failed: {{problem}}',
      made: '{{name}}, {{size}}',
    },
  },
  save: {
    title: 'Save a backup now',
    text: 'Saves everything in one encrypted file. Keep it on another disk or stick. To prove that it opens, start Chargehand with --check-backup and the file.',
    submit: 'Save backup',
    progress: '{{done}} of about {{about}}',
    preparing: 'Copying the database. The site goes on meanwhile.',
    saved: 'Saved {{name}}, {{size}}.',
    cancel: 'Cancel',
    incomplete: 'The backup did not come to its end, so nothing was saved. Try again.',
  },
  plan: {
    title: 'Daily backup',
    text: 'Made by itself while Chargehand runs, into a folder of the computer it runs on: another disk, a stick or a network folder.',
    folder: 'Folder',
    folderHint: 'The whole path, such as {{example}}',
    hour: 'At',
    keep: 'Backups to keep',
    submit: 'Save daily backup',
    saved: 'Daily backups are set up. The next one is made {{at}}.',
    remove: 'End daily backups',
    removed: 'Daily backups have ended. Those that were made stay where they are.',
    run: 'Back up to the folder now',
    made: 'Made {{name}}, {{size}}.',
    try: 'Try the newest backup',
    tryHint:
      '“Try the newest backup” opens it beside the running site and checks all of it: that it decrypts, that its database is sound, that its keys open. Nothing of the site is touched.',
    opens:
      '{{name}} opens, and it is whole: {{stations}} stations, {{cards}} cards, {{sessions}} sessions, {{files}} files, {{keys}} keys.',
    none: 'There is no daily backup in this folder yet.',
    outcome: {
      passphraseNeeded: 'Choose a passphrase for the daily backups.',
      folderUnusable: 'This folder can not be used: {{reason}}.',
      folderOfTheSite: 'This folder is part of the site’s own data, which a backup is to outlive. Choose another one.',
    },
  },
  authority: {
    title: 'Export the certificate authority',
    text: 'For another program that is to sign certificates for your chargers. A backup holds the same keys already. Who has the file and its passphrase can make certificates that every charger of this site trusts.',
    role: 'What to export',
    roles: {
      issuing: 'Issuing authority with its private key, and the root certificate',
      root: 'Root with its private key',
    },
    passphraseHint: 'At least {{min}} characters. The other program asks for it.',
    submit: 'Export authority',
    saved: 'Saved {{name}}. Keep it where only you can read it.',
  },
  restore: {
    title: 'Restore',
    text: 'On a computer without a site the first screen has “Restore from a backup”; or start Chargehand there with --restore and the file. It asks for the passphrase. The chargers find the restored site at the address they know, with the certificates they have.',
  },
} as const
