import type { Stroke } from './recogniser'

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'timeStamp'>

/**
 * A pressed key as the recogniser takes it; null for one that says nothing by itself (Shift, a dead key). Digits and the
 * letters A to F are taken from where the key lies: a reader presses the keys of an American keyboard, and on a French
 * one, or with Caps Lock, other characters would come of them.
 */
export function strokeOf({ key, code, ctrlKey, metaKey, altKey, repeat, timeStamp: at }: Key): Stroke | null {
  if (key === 'Shift' || key === 'CapsLock' || key === 'NumLock') return null
  if (ctrlKey || metaKey || altKey || repeat) return { kind: 'other', at }
  if (key === 'Enter' || key === 'Tab') return { kind: 'end', at }
  const [, digit] = /^(?:Digit|Numpad)(\d)$/.exec(code) ?? []
  if (digit !== undefined) return { kind: 'character', character: digit, at }
  const [, letter] = /^Key([A-F])$/.exec(code) ?? []
  if (letter !== undefined) return { kind: 'character', character: letter, at }
  return key.length === 1 ? { kind: 'character', character: key.toUpperCase(), at } : { kind: 'other', at }
}

/** Whether typing here writes: what is typed there belongs to whoever types. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input, textarea, select')
}
