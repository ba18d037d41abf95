import { shortReaderName } from '@renderer/features/readers/readerName'
import {
  type Burst,
  looksLikeNumber,
  press,
  type Stroke,
  silence,
  WEDGE_LIMITS,
} from '@renderer/features/readers/wedge/recogniser'
import { strokeOf } from '@renderer/features/readers/wedge/strokeOf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** Types a text at an even pace and gives all that was recognised, and which keys were kept from the page. */
function type(text: string, gapMs: number, end: 'enter' | 'nothing' = 'enter') {
  let burst: Burst | null = null
  let at = 1_000
  const scans: string[] = []
  const swallowed: string[] = []
  const strokes: Stroke[] = [...text].map((character, index) => ({
    kind: 'character',
    character,
    at: at + index * gapMs,
  }))
  at += text.length * gapMs
  if (end === 'enter') strokes.push({ kind: 'end', at })
  for (const stroke of strokes) {
    const recognised = press(burst, stroke)
    burst = recognised.burst
    if (recognised.swallow) swallowed.push(stroke.kind === 'character' ? stroke.character : stroke.kind)
    if (recognised.scanned !== null) scans.push(recognised.scanned)
  }
  const late = silence(burst, at + WEDGE_LIMITS.silenceMs)
  if (late !== null) scans.push(late)
  return { scans, swallowed }
}

const hex = fc
  .uint8Array({ minLength: 4, maxLength: 10 })
  .map((bytes) => Buffer.from(bytes).toString('hex').toUpperCase())
  .filter((text) => /\d/.test(text))

describe('readers that type', () => {
  it('are recognised at every pace that readers have', () => {
    fc.assert(
      fc.property(hex, fc.integer({ min: 1, max: 60 }), (text, gapMs) => {
        expect(type(text, gapMs).scans).toEqual([text])
      }),
    )
  })

  it('are recognised without Enter when they type faster than any person', () => {
    fc.assert(
      fc.property(hex, fc.integer({ min: 1, max: WEDGE_LIMITS.personMs }), (text, gapMs) => {
        expect(type(text, gapMs, 'nothing').scans).toEqual([text])
      }),
    )
    expect(type('04A1B2C3D4', 60, 'nothing').scans).toEqual([])
  })

  it('are never seen in what is typed slower than a reader types', () => {
    fc.assert(
      fc.property(hex, fc.integer({ min: WEDGE_LIMITS.gapMs + 1, max: 2_000 }), (text, gapMs) => {
        expect(type(text, gapMs)).toEqual({ scans: [], swallowed: [] })
      }),
    )
  })

  it.each(['hello world', 'ABCDEF', '12345', 'PASSWORD1', '--------', ''])('are not seen in %j', (text) => {
    expect(type(text, 20).scans).toEqual([])
  })

  it('are recognised in decimals, pairs and with words around', () => {
    for (const text of ['0169552957', '111,27706', 'UID:04A1B2C3D4E5F6']) expect(type(text, 20).scans).toEqual([text])
  })

  it('keep their keys from the shortcuts of the page, but for the first two', () => {
    expect(type('04A1B2C3', 15).swallowed).toEqual(['A', '1', 'B', '2', 'C', '3', 'end'])
    expect(type('AR', 120).swallowed).toEqual([])
  })

  it('are done when a number takes too long, or another key comes', () => {
    expect(type('0'.repeat(30), 60).scans).toEqual([])
    let burst = press(null, { kind: 'character', character: '0', at: 0 }).burst
    burst = press(burst, { kind: 'other', at: 10 }).burst
    expect(burst).toBeNull()
  })

  it('never give a part of a number when a key is held back', () => {
    const pause = (text: string, at: number, gapMs: number, heldMs: number) => {
      let burst: Burst | null = null
      const scans: (string | null)[] = []
      let time = 0
      for (const [index, character] of [...text].entries()) {
        time += index === at ? heldMs : gapMs
        const recognised = press(burst, { kind: 'character', character, at: time })
        burst = recognised.burst
      }
      scans.push(press(burst, { kind: 'end', at: time + gapMs }).scanned)
      return scans
    }
    fc.assert(
      fc.property(
        hex,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 5, max: 60 }),
        fc.integer({ min: 0, max: WEDGE_LIMITS.silenceMs }),
        (text, at, gapMs, heldMs) => {
          for (const scanned of pause(text, at, gapMs, heldMs)) expect([text, null]).toContain(scanned)
        },
      ),
    )
    // A reader at its usual pace is understood all the same.
    expect(pause('04A1B2C3D4E5F6', 5, 20, 250)).toEqual(['04A1B2C3D4E5F6'])
  })

  it('look like a number only with a digit among the hex ones', () => {
    expect(looksLikeNumber('DEADBEE1')).toBe(true)
    expect(looksLikeNumber('FACADE')).toBe(false)
  })
})

describe('keys of readers', () => {
  const key = (parts: Partial<KeyboardEvent>) =>
    strokeOf({
      key: '',
      code: '',
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      repeat: false,
      timeStamp: 5,
      ...parts,
    })

  it.each([
    ['a French keyboard, digit', { key: '&', code: 'Digit1' }, '1'],
    ['a French keyboard, letter', { key: 'q', code: 'KeyA' }, 'A'],
    ['a reader set to French', { key: 'a', code: 'KeyQ' }, 'A'],
    ['Caps Lock', { key: 'a', code: 'KeyA' }, 'A'],
    ['the number pad', { key: '7', code: 'Numpad7' }, '7'],
    ['a comma', { key: ',', code: 'Comma' }, ','],
  ])('are read on %s', (_what, event, character) => {
    expect(key(event)).toEqual({ kind: 'character', character, at: 5 })
  })

  it('end with Enter or Tab, are not shortcuts, and Shift says nothing', () => {
    expect(key({ key: 'Enter', code: 'Enter' })).toEqual({ kind: 'end', at: 5 })
    expect(key({ key: 'Tab', code: 'Tab' })).toEqual({ kind: 'end', at: 5 })
    expect(key({ key: 'a', code: 'KeyA', ctrlKey: true })).toEqual({ kind: 'other', at: 5 })
    expect(key({ key: 'ArrowDown', code: 'ArrowDown' })).toEqual({ kind: 'other', at: 5 })
    expect(key({ key: 'Shift', code: 'ShiftLeft' })).toBeNull()
  })
})

describe('names of readers', () => {
  it.each([
    ['ACS ACR122U PICC Interface 00 00', 'ACR122U'],
    ['ACS ACR122U 01 00', 'ACR122U'],
    ['HID Global OMNIKEY 5022 Smart Card Reader [OMNIKEY 5022] (KX12) 00 00', 'HID Global OMNIKEY 5022'],
    ['Identiv uTrust 3700 F CL Reader [uTrust] 01 00', 'Identiv uTrust 3700 F CL'],
    ['Virtual PCD 00 01', 'Virtual PCD'],
    ['SCM SCL3711', 'SCM SCL3711'],
    ['00 00', '00 00'],
  ])('%s is shown as %s', (name, short) => {
    expect(shortReaderName(name)).toBe(short)
  })
})
