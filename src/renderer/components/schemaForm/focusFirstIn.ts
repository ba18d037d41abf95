/** Moves the focus to the first field in `part`; to its first button where it has no field. */
export function focusFirstIn(part: HTMLElement | null): void {
  const first =
    part?.querySelector<HTMLElement>(
      'input:not([type="hidden"]):not([aria-hidden]), textarea:not([aria-hidden]), [role="combobox"]',
    ) ?? part?.querySelector<HTMLElement>('button')
  first?.focus()
}
