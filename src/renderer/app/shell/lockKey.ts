/** Ctrl+Shift+L, on a Mac Cmd+Shift+L: no browser takes it for itself, and no page of the console. */
export function isLockKey({ code, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return code === 'KeyL' && shiftKey && !altKey && (ctrlKey || metaKey)
}

/** How that key is written where the console runs. */
export function lockKeyName(platform: string): string {
  return /^mac/i.test(platform) ? '⇧⌘L' : 'Ctrl+Shift+L'
}
