/** Gives the focus to the search field among the filters of a page, or to its first filter where nothing is searched. */
export function focusSearch(page: Element | null): void {
  const filters = page?.querySelector('[role="search"]')
  const field = filters?.querySelector<HTMLElement>('[type="search"]') ?? filters?.querySelector('[role="combobox"]')
  if (field instanceof HTMLElement) field.focus()
}
