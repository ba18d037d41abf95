/** Whether the focus is nowhere: what had it has gone, or can not be used any more. */
export function isFocusLost(): boolean {
  const focused = document.activeElement
  return focused === null || focused === document.body || focused.matches(':disabled')
}
