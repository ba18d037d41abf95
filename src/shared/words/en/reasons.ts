/** Parts of sentences: why something is so, or what to do about it. They go into faults and what is kept of them. */
export const reasons = {
  /** Why a folder can not be written to, and what to do: they go into DATA_FOLDER_UNWRITABLE. */
  unwritable: {
    full: { reason: 'the disk is full', remedy: 'Free some space' },
    rights: { reason: 'this account may not write there', remedy: 'Give this account the right to write there' },
    readOnly: { reason: 'it can only be read', remedy: 'Make the disk or the file writable' },
    failing: { reason: 'the system refuses it ({{detail}})', remedy: 'Check the disk' },
  },
  /** Goes into DATABASE_UNREADABLE. */
  foreignDatabase: 'it belongs to another program',
  /** Why there is no port with TLS. */
  authorityEnded: 'The certificate of the issuing CA has expired, so this site can not make server certificates.',
  /** For LIVE_LOG_UNAVAILABLE. */
  log: { closed: 'it is closed', off: 'it is switched off', ended: 'it has ended' },
  /** What an event of a session has that stands beside the ledger. */
  notInterpreted: 'it could not be entered into the ledger',
} as const
