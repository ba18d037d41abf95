/** Ctrl+K, on a Mac Cmd+K, as in most programs that have such a field. */
export function isPaletteKey({ code, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return code === 'KeyK' && !shiftKey && !altKey && (ctrlKey || metaKey)
}

/** How that key is written where the console runs. */
export function paletteKeyName(platform: string): string {
  return /^mac/i.test(platform) ? '⌘K' : 'Ctrl+K'
}
