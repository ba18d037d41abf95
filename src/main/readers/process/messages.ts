/** What lies on a reader, as far as a person needs to know. */
export type ReaderCondition = 'ready' | 'card' | 'mute' | 'in-use'

/** What the process that reads cards says. It is told nothing: it begins when it is started and is ended from outside. */
export type FromReader =
  /** Said after every round with the service: a process that stops saying it hangs. */
  | { readonly kind: 'beat' }
  /** The system's smart-card service answers, or why not. */
  | {
      readonly kind: 'service'
      readonly state: 'running' | 'not-running' | 'not-allowed' | 'no-library' | 'failed'
      /** The call and its result, for the log; empty when all is well. */
      readonly detail: string
    }
  /** All readers there are, whenever something about them changed. */
  | { readonly kind: 'readers'; readonly readers: readonly { name: string; condition: ReaderCondition }[] }
  /** A card was read; `uid` is upper-case hex as the reader gave it. */
  | { readonly kind: 'card'; readonly reader: string; readonly uid: string }
  | {
      readonly kind: 'refused'
      readonly reader: string
      readonly reason: 'in-use' | 'taken-away' | 'unreadable' | 'unsupported'
    }
