/**
 * Characters that show nothing, or change what others show: controls, line and paragraph separators, marks that turn
 * the direction of writing (U+202E), zero-width and other ignorable characters, halves of surrogate pairs, and code
 * points that stand for nothing (yet). Space characters are none of them.
 */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u
const EACH_UNPRINTABLE = new RegExp(UNPRINTABLE, 'gu')

/** Control characters (U+0000 to U+001F, U+007F to U+009F). */
export const CONTROL = /\p{Cc}/u

/** True when every character of `text` can be seen, so that no two texts look alike through what is hidden in them. */
export function isPrintable(text: string): boolean {
  return !UNPRINTABLE.test(text)
}

/** `text` with each character that can't be seen written out by its number, such as ⟨U+202E⟩. */
export function showUnprintable(text: string): string {
  return text.replace(EACH_UNPRINTABLE, (character) => {
    const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `⟨U+${number}⟩`
  })
}
