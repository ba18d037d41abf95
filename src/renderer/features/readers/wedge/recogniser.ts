/** How a reader that types is told from a person. All times are milliseconds. */
export const WEDGE_LIMITS = {
  /** Longest time between two keys; readers need 5 to 60. */
  gapMs: 100,
  /** The same once it is certain that a reader types: a computer that is busy may hold a key back. */
  certainGapMs: 300,
  /** Longest time from the first key to the last. */
  wholeMs: 1_500,
  /** After this silence a number without Enter at its end is complete. */
  silenceMs: 400,
  /** Fewest characters of a number. */
  lengthMin: 6,
  /** Most characters that are gathered. */
  lengthMax: 64,
  /** Two keys as close as this are not pressed by a person: the shortcuts of the page don't get what follows. */
  personMs: 35,
} as const

/** A key as the recogniser sees it. */
export type Stroke =
  | { readonly kind: 'character'; readonly character: string; readonly at: number }
  /** Enter or Tab, which most readers type at the end. */
  | { readonly kind: 'end'; readonly at: number }
  /** Any other key: no reader types it. */
  | { readonly kind: 'other'; readonly at: number }

/** What has been typed so far without a pause. */
export interface Burst {
  readonly text: string
  readonly startedAt: number
  readonly lastAt: number
  /** Two keys came faster than a person types. */
  readonly certain: boolean
  /** It began soon after another one broke off: it may be the rest of a number, and a part of one is another card. */
  readonly isRest: boolean
}

export interface Recognised {
  readonly burst: Burst | null
  /** A number that is complete. */
  readonly scanned: string | null
  /** Whether the key belongs to a reader for certain, so that nothing else is to act on it. */
  readonly swallow: boolean
}

const NOTHING: Recognised = { burst: null, scanned: null, swallow: false }

/** Takes one key more. Pure: the burst so far goes in and comes out. */
export function press(burst: Burst | null, stroke: Stroke): Recognised {
  const running = burst !== null && goesOn(burst, stroke.at) ? burst : null
  switch (stroke.kind) {
    case 'other':
      return NOTHING
    case 'end': {
      const scanned = running === null ? null : numberIn(running)
      return { burst: null, scanned, swallow: scanned !== null }
    }
    case 'character': {
      const { character, at } = stroke
      if (running === null || running.text.length >= WEDGE_LIMITS.lengthMax) {
        const isRest = burst !== null && at - burst.lastAt <= WEDGE_LIMITS.silenceMs
        return { ...NOTHING, burst: { text: character, startedAt: at, lastAt: at, certain: false, isRest } }
      }
      const text = running.text + character
      const certain = running.certain || (at - running.lastAt <= WEDGE_LIMITS.personMs && text.length >= 3)
      return { burst: { ...running, text, lastAt: at, certain }, scanned: null, swallow: certain }
    }
  }
}

/** What silence makes of a burst: a number that came without Enter at its end. Only what no person could have typed. */
export function silence(burst: Burst | null, at: number): string | null {
  if (burst === null || !burst.certain || at - burst.lastAt < WEDGE_LIMITS.silenceMs) return null
  return numberIn(burst)
}

function goesOn({ lastAt, startedAt, certain }: Burst, at: number): boolean {
  const gapMs = certain ? WEDGE_LIMITS.certainGapMs : WEDGE_LIMITS.gapMs
  return at - lastAt <= gapMs && at - startedAt <= WEDGE_LIMITS.wholeMs
}

function numberIn({ text, isRest }: Burst): string | null {
  return !isRest && text.length >= WEDGE_LIMITS.lengthMin && looksLikeNumber(text) ? text : null
}

/** A run of hex digits with a decimal one among them, or two decimals with a comma; with few other characters around. */
export function looksLikeNumber(text: string): boolean {
  const run = /[0-9A-F]{6,}|\d{1,3},\d{5}/i.exec(text)?.[0]
  return run !== undefined && /\d/.test(run) && text.length - run.length <= 24
}
