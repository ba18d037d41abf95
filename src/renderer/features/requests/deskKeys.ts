/** What a key means at the request desk. */
export type DeskIntent = 'next' | 'previous' | 'approve' | 'reject' | 'undo' | 'green'

const INTENTS: Readonly<Record<string, DeskIntent>> = {
  j: 'next',
  k: 'previous',
  a: 'approve',
  r: 'reject',
  u: 'undo',
  g: 'green',
}

/** The part of a keyboard event that decides; `typing` is true where letters belong to a field. */
export interface DeskKey {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  repeat: boolean
  typing: boolean
}

/** The intent of a key press, or null. A held key walks through the queue, but never decides. */
export function deskIntent(press: DeskKey): DeskIntent | null {
  if (press.typing || press.ctrlKey || press.metaKey || press.altKey) return null
  const intent = INTENTS[press.key.toLowerCase()] ?? null
  if (press.repeat && intent !== 'next' && intent !== 'previous') return null
  return intent
}

/** True where a letter would be typed or would choose something: fields, lists, menus, open dialogs. */
export function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return (
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="combobox"], [role="listbox"], [role="menu"], [role="dialog"], [role="grid"]',
    ) !== null
  )
}
