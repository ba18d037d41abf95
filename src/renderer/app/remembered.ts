import { useCallback, useRef, useState } from 'react'

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
 * A value kept in localStorage under `key` as JSON, and how to change what it is at that moment. Where there is no
 * storage, it lasts as long as the page.
 * @param read makes a right value of whatever was kept, also by an older version, or of undefined
 */
export function useKept<Value>(
  key: string,
  read: (kept: unknown) => Value,
): [Value, (change: (now: Value) => Value) => void] {
  const [value, setValue] = useState(() => read(parsed(stored(key))))
  const newest = useRef(value)
  const change = useCallback(
    (change: (now: Value) => Value) => {
      newest.current = change(newest.current)
      setValue(newest.current)
      store(key, JSON.stringify(newest.current))
    },
    [key],
  )
  return [value, change]
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function store(key: string, text: string): void {
  try {
    localStorage.setItem(key, text)
  } catch {
    // Storage may be full or denied; the choice still holds for this page.
  }
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
