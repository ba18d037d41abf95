/** Parts of what is said about backups: reasons of faults, and what the command line prints. */
export const backup = {
  /** For `found` and `known` of BACKUP_TOO_NEW. */
  format: 'backup format {{version}}',
  data: 'data version {{version}}',
  /** For `reason` of BACKUP_DAMAGED. */
  damaged: {
    header: 'its beginning is not as it was written',
    content: 'its content is not as it was written',
    order: 'its parts do not fit together',
    database: 'its database fails SQLite’s own check: {{detail}}',
    keys: 'a private key in it does not open',
  },
  restored: 'Restored the site “{{site}}” as it was at {{at}} into {{folder}}. Start Chargehand to run it.',
  opens:
    'This backup of “{{site}}” from {{at}} opens, and it is whole: {{stations}} stations, {{cards}} cards, {{sessions}} sessions, {{files}} files, {{keys}} private keys.',
  /** For `reason` of BACKUP_FAILED. */
  noRoom: 'it needs {{needed}} MB in {{folder}}, and {{free}} MB are free',
  /** For `reason` of a folder that can not take scheduled backups. */
  notAbsolute: 'it is not a whole path',
  notAFolder: 'it is not a folder',
  noSuchFolder: 'there is no such folder on this computer',
  notWritable: 'the account that Chargehand runs under may not write there',
  /** For `reason` of BACKUP_UNREADABLE. */
  noSuchFile: 'there is no such file',
  ask: 'Passphrase of the backup: ',
} as const
