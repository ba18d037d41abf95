import type { Plugin } from 'vite'

/** All that is beyond ASCII, character by character: in texts, templates and regular expressions `\u….` means the same. */
export function inAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/**
 * Writes the program's files in ASCII. V8 keeps the text of a file for as long as it runs, and one ’ or → anywhere in it
 * makes every character of it take two bytes: 3 MB for this program.
 */
export const asciiFiles: Plugin = {
  name: 'ascii-files',
  generateBundle(_, files) {
    for (const file of Object.values(files)) if (file.type === 'chunk') file.code = inAscii(file.code)
  },
}
