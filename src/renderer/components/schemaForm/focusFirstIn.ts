const FIELD =
  'input:not([type="hidden"]):not([aria-hidden]), textarea:not([aria-hidden]):not([readonly]), [role="combobox"]'

/** Moves the focus to the first field in `part`; to its first button where it has no field. */
export function focusFirstIn(part: HTMLElement | null): void {
  const first = part?.querySelector<HTMLElement>(FIELD) ?? part?.querySelector<HTMLElement>('button')
  first?.focus()
}
