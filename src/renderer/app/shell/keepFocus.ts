/**
 * Gives the focus back to a control that lost it by being busy: while it can not be used, as a button that has sent
 * something, it can not hold the focus, and the next key would begin at the top of the page. Whoever went elsewhere in
 * the meantime stays there. Returns how to end it.
 */
export function keepFocus(page: Document): () => void {
  let held: HTMLElement | null = null
  const onFocus = ({ target }: FocusEvent) => {
    held = target instanceof HTMLElement ? target : null
  }
  const onPointer = ({ target }: PointerEvent) => {
    if (!(target instanceof Node && held?.contains(target))) held = null
  }
  const observer = new MutationObserver((changes) => {
    if (held === null || page.activeElement !== page.body || !page.hasFocus()) return
    if (changes.some(({ target }) => target === held) && !held.hasAttribute('disabled')) {
      held.focus({ preventScroll: true })
    }
  })
  page.addEventListener('focusin', onFocus)
  page.addEventListener('pointerdown', onPointer)
  observer.observe(page.body, { subtree: true, attributeFilter: ['disabled'] })
  return () => {
    page.removeEventListener('focusin', onFocus)
    page.removeEventListener('pointerdown', onPointer)
    observer.disconnect()
  }
}
