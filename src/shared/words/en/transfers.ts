/** What this computer itself notes in the progress of a command when its file comes or goes. */
export const transfers = {
  received: '{{name}} has arrived here ({{size}} bytes)',
  fetched: 'The station has fetched the whole file from here',
  failed: {
    empty: 'The station sent an empty file; it was not kept',
    'too-large': 'The station sent a file that is larger than allowed; it was not kept',
    'no-room': 'The disk of this computer has no room for the file; it was not kept',
    'broken-off': 'The file ended before its end; it was not kept, and the station may send it again',
    'not-stored': 'The file could not be written to the disk of this computer; the station may send it again',
  },
} as const
