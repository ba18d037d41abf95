import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

type Load = () => Promise<unknown>

const waiting: Load[] = []
let isAhead = false

/** A part of the console that is loaded when it is first shown, or when `loadAhead` was called before that. */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  if (isAhead) fetchOne(load)
  else waiting.push(load)
  return lazy(load)
}

/**
 * Loads every part, for when there is nothing else to do: a page that was never open can then be opened while the
 * server is away, and shows what is known.
 */
export function loadAhead(): void {
  isAhead = true
  waiting.splice(0).forEach(fetchOne)
}

/** One that can not be had now is asked for again when it is shown, and what is wrong is said there. */
function fetchOne(load: Load): void {
  load().catch(() => undefined)
}
