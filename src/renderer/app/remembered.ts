import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'

/** A choice kept in localStorage under `key`. Where there is no storage, it lasts as long as the page. */
export function useRemembered<Choice extends string>(
  key: string,
  initial: Choice,
  choices: readonly Choice[],
): [Choice, (choice: Choice) => void] {
  const [choice, setChoice] = useState<Choice>(() => {
    const kept = stored(key)
    return choices.find((known) => known === kept) ?? initial
  })
  const choose = useCallback(
    (next: Choice) => {
      setChoice(next)
      store(key, next)
    },
    [key],
  )
  return [choice, choose]
}

/**
 * A value kept in localStorage under `key` as JSON, and how to change what it is at that moment. It is the same wherever
 * it is watched, in other windows too. Where there is no storage, it lasts as long as the page.
 * @param read makes a right value of whatever was kept, also by an older version, or of undefined
 */
export function useKept<Value>(
  key: string,
  read: (kept: unknown) => Value,
): [Value, (change: (now: Value) => Value) => void] {
  const text = useSyncExternalStore(
    watchKept,
    () => textAt(key),
    () => textAt(key),
  )
  const value = useMemo(() => read(parsed(text)), [read, text])
  const change = useCallback(
    (change: (now: Value) => Value) => {
      const now = read(parsed(textAt(key)))
      keep(key, JSON.stringify(change(now)))
    },
    [key, read],
  )
  return [value, change]
}

/** What is kept without a storage that takes it. */
const unstored = new Map<string, string>()
const watchers = new Set<() => void>()

const textAt = (key: string) => unstored.get(key) ?? stored(key)

function keep(key: string, text: string): void {
  if (store(key, text)) unstored.delete(key)
  else unstored.set(key, text)
  for (const watcher of watchers) watcher()
}

function watchKept(onChange: () => void): () => void {
  watchers.add(onChange)
  // Told when another window has stored something.
  window.addEventListener('storage', onChange)
  return () => {
    watchers.delete(onChange)
    window.removeEventListener('storage', onChange)
  }
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** @returns false where storage is full or denied: the choice still holds for this page */
function store(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text)
    return true
  } catch {
    return false
  }
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
