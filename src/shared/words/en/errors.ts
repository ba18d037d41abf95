/**
 * What each fault says to a person: what happened and what to do. This is the only place for these sentences: the
 * console, the script interface, the log and docs/errors.md take them from here. `{{name}}` stands for data.
 */
export const errors = {
  UNKNOWN_STATION: 'There is no station with this number any more. Open the list of stations again.',
  UNKNOWN_CARD: 'There is no card with this number any more. Open the list of cards again.',
  UNKNOWN_REQUEST: 'There is no certificate request with this number any more. Open the request desk again.',
  UNKNOWN_CERTIFICATE: 'There is no certificate with this number. Open the list of certificates again.',
  UNKNOWN_RULE: 'There is no rule with this number any more. Open the rules of the request desk again.',
  UNKNOWN_APPROVER: 'There is no approver with this number any more. Open the settings again.',
  UNKNOWN_SESSION: 'There is no session with this number. Open the list of sessions again.',
  UNKNOWN_COMMAND: 'There is no command with this number any more. Open the list of commands again.',
  UNKNOWN_FILE: 'There is no file with this number any more. Open the list of files again.',
  UNKNOWN_UPLOAD: 'This file is not being added any more: it was dropped, or the program was restarted. Add it again.',
  UNKNOWN_DEVICE: 'There is no device with this number. Open the list of devices again.',
  UNKNOWN_TOKEN: 'There is no token with this number. Open the list of tokens again.',
  UNKNOWN_OPERATOR: 'There is no operator with this number any more. Open the settings again.',
  SIGN_IN_FIRST: 'The console is locked. Somebody has to sign in first.',
  OPERATORS_ONLY: 'Only an operator can do this. Viewers look.',
  OFFICERS_ONLY: 'Only a certificate officer or an administrator can decide this.',
  ADMINISTRATORS_ONLY: 'Only an administrator can do this.',
  FILE_LOST: 'The file {{name}} is listed, but it is missing in the data folder. Put back a backup, or remove it here.',
  NOT_SET_UP: 'The site has not been set up yet. Open the console and give it a name first.',
  ALREADY_SET_UP: 'The site has already been set up. Reload the console to see it.',
  DATABASE_TOO_NEW:
    'The data folder was written by a newer Chargehand (data version {{found}}, this program knows {{known}}). Start the newer program, or choose another folder with --data.',
  DATABASE_IN_USE:
    'Another Chargehand is using the data folder {{folder}}. Close it first, or choose another folder with --data.',
  DATABASE_UNREADABLE:
    'The database {{file}} can not be read ({{reason}}). Put back a backup, or choose another folder with --data.',
  DATA_FOLDER_UNWRITABLE:
    'Chargehand can not write to the folder {{folder}}: {{reason}}. {{remedy}}, or choose another folder with --data.',
  STORE_WRITE_FAILED:
    'The data could not be written to disk ({{reason}}). Nothing was acknowledged. Check the free space and the rights of the data folder.',
  STORE_CLOSED: 'The program is shutting down, so nothing more is written.',
  LIVE_LOG_UNAVAILABLE:
    'The log of frames can not be read at the moment ({{reason}}). Chargers are served all the same; it is tried again by itself.',
  KEY_STORE_LOCKED:
    'The private keys of this site are protected by {{wanted}}, which is not available here. {{remedy}}',
  KEY_STORE_DAMAGED:
    'A private key of this site can not be decrypted: the key file or the passphrase does not belong to this database. Put back the file “{{file}}” that belongs to it, or start with the right passphrase.',
  ROOT_KEY_AWAY:
    'This needs the private key of the root, which is not on this computer. Choose the file that it was taken away in, and type its passphrase.',
  NO_BACKUP: 'This file is not a backup of Chargehand. Choose one that Chargehand has made.',
  BACKUP_UNREADABLE: 'The backup {{file}} can not be read ({{reason}}). Nothing was changed.',
  BACKUP_PASSPHRASE_WRONG:
    'The passphrase does not open this backup. Nothing was changed. Try again with the passphrase that it was made with.',
  BACKUP_DAMAGED:
    'This backup is damaged: {{reason}}. Nothing was changed. Take another copy of it, or an older backup.',
  BACKUP_CUT_OFF:
    'This backup is cut off: its end is missing. Nothing was changed. Copy it again, or take an older backup.',
  BACKUP_TOO_NEW:
    'This backup was made by a newer Chargehand ({{found}}, this program knows {{known}}). Nothing was changed. Install the newer program and restore it there.',
  BACKUP_FAILED:
    'The backup could not be made ({{reason}}). Nothing was left behind, and the site runs on. Check the free space and the rights of the folder.',
  BACKUP_BUSY: 'A backup is being made or tried at this moment. Try again when it is done.',
  RESTORE_NOT_EMPTY:
    'The data folder {{folder}} holds a site already, and nothing of it was changed. Restore into an empty folder, with --data.',
  RESTORE_FAILED:
    'The backup could not be unpacked in {{folder}} ({{reason}}). Nothing was changed. Check the free space and the rights of the folder.',
  PORT_IN_USE:
    'Port {{port}} on {{address}} is already used by another program. Close that program, or choose another port with {{option}}.',
  ADDRESS_NOT_AVAILABLE:
    'This computer has no network address {{address}}. Choose one that it has, or 0.0.0.0 for all, with --bind.',
  PORT_FORBIDDEN: 'This account may not open port {{port}}. Choose a port above 1023 with {{option}}.',
  BAD_OPTION: '{{option}}: {{problem}} See --help.',
  START_FAILED:
    'Chargehand could not start: {{reason}}. Nothing is running. If there is a log in the data folder, its last lines say more.',
  INTERNAL: 'Something went wrong inside Chargehand. The log in the data folder says more; the server keeps running.',
} as const
