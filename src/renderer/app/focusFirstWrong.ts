/**
 * After a form was sent, and it says that something in it is missing or wrong, the focus goes to the first such field:
 * it may stand far above the button, or be read to somebody who does not see it.
 */
export function focusFirstWrong(page: Document): void {
  page.addEventListener('submit', ({ target }) => {
    // The form says so in the drawing that follows.
    requestAnimationFrame(() => {
      if (target instanceof HTMLElement) target.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    })
  })
}
