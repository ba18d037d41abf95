import { flushSync } from 'react-dom'

/** How long drawing may take of a frame, in milliseconds; the rest of it is the browser's, for layout and painting. */
export const FRAME_SHARE_MS = 6
/** So many are drawn before the clock is looked at again. */
export const AT_ONCE = 8

/** What a browser does; tests have their own. */
export interface FrameEdges {
  request(work: () => void): number
  cancel(frame: number): void
  /** Milliseconds. */
  now(): number
  /** Does the work, and draws what came of it before it returns. */
  draw(work: () => void): void
}

const BROWSER: FrameEdges = {
  request: (work) => requestAnimationFrame(work),
  cancel: (frame) => cancelAnimationFrame(frame),
  now: () => performance.now(),
  draw: (work) => flushSync(work),
}

/**
 * Draws what changed piece by piece: as many pieces in a frame as there is time for, the others in the frames after it,
 * so that typing and scrolling are never held up by a crowd of changes. A piece that changes again while it waits is
 * drawn once. While nobody sees the page there are no frames, and what waits is a set of pieces, not a backlog.
 */
export class FrameTurns {
  readonly #edges: FrameEdges
  readonly #waiting = new Set<() => void>()
  #frame: number | undefined

  constructor(edges = BROWSER) {
    this.#edges = edges
  }

  /** Takes a piece's turn: `piece` is called in one of the next frames. */
  readonly take = (piece: () => void) => {
    this.#waiting.add(piece)
    this.#frame ??= this.#edges.request(this.#work)
  }

  close() {
    this.#waiting.clear()
    if (this.#frame !== undefined) this.#edges.cancel(this.#frame)
    this.#frame = undefined
  }

  readonly #work = () => {
    const until = this.#edges.now() + FRAME_SHARE_MS
    try {
      do this.#drawSome()
      while (this.#waiting.size > 0 && this.#edges.now() < until)
    } finally {
      // Also where a piece can not be drawn: the others still get their turns.
      this.#frame = this.#waiting.size > 0 ? this.#edges.request(this.#work) : undefined
    }
  }

  #drawSome() {
    const pieces = [...this.#waiting].slice(0, AT_ONCE)
    for (const piece of pieces) this.#waiting.delete(piece)
    this.#edges.draw(() => {
      for (const piece of pieces) piece()
    })
  }
}
