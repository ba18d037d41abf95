import { type ComponentType, type FunctionComponent, use } from 'react'
import { needWords } from '../i18n/neededWords'

/** A part of the console that comes in a file of its own, which is fetched when it is first shown or before. */
export type LazyPart<Props extends object> = FunctionComponent<Props> & {
  /** Fetches it before it is shown. One that can not be had is asked for again when it is, and says then what is wrong. */
  load(): Promise<void>
}

/** So long after a part could not be had it may be asked for again, in milliseconds. */
const AGAIN_AFTER_MS = 1_000

const waiting: LazyPart<never>['load'][] = []
let isAhead = false

/**
 * A part that is loaded when it is first shown, or when `load` or `loadAhead` was called before that. React's own `lazy`
 * lets wait also for what is there, and what comes after a wait is shown no sooner than 300 ms after it.
 *
 * `words` are the namespaces that it and its own imports say; the build puts them in (vite.words.ts). Without, it waits
 * for all words.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  words?: readonly string[],
): LazyPart<Props> {
  let Loaded: ComponentType<Props> | null = null
  let asked: Promise<ComponentType<Props>> | null = null
  const fetched = async () => {
    const [module] = await Promise.all([load(), needWords(words)])
    Loaded = module.default
    return Loaded
  }

  const ask = () => {
    const asking = fetched()
    // While it is said what is wrong the answer has to stay the same; the next try asks anew.
    asking.catch(() => setTimeout(() => (asked = null), AGAIN_AFTER_MS))
    return asking
  }

  function Part(props: Props) {
    if (Loaded !== null) return <Loaded {...props} />
    asked ??= ask()
    const Shown = use(asked)
    return <Shown {...props} />
  }
  Part.load = () =>
    fetched().then(
      () => undefined,
      () => undefined,
    )

  waiting.push(Part.load)
  if (isAhead) loadNext()
  return Part
}

/**
 * Loads every part, one after the other, whenever there is nothing else to do: a page that was never open can then be
 * opened while the server is away, and shows what is known. All at once they would hold up the page that is to be seen
 * first.
 */
export function loadAhead(): void {
  if (isAhead) return
  isAhead = true
  loadNext()
}

function loadNext(): void {
  // Not every browser says when it is idle.
  const whenIdle = window.requestIdleCallback ?? ((work: () => void) => window.setTimeout(work))
  whenIdle(() => {
    void waiting.shift()?.().then(loadNext)
  })
}
