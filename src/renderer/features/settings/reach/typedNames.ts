import type { PortsState } from '@shared/contract/ports'

/** One entry a line; lines without anything are none, and commas part as well. */
export function typedNames(text: string): string[] {
  return text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter(Boolean)
}

/** Names first, in one line. */
export function namesOf({ dns, addresses }: PortsState['found']): string {
  return [...dns, ...addresses].join(', ')
}
