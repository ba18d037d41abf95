import { showUnprintable } from '@shared/printable'

/** A text with what is hidden in it written out, but for the ends of its lines and its tabs. */
export function readableText(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.split('\t').map(showUnprintable).join('\t'))
    .join('\n')
}
