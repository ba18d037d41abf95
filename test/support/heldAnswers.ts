import type { Page } from 'playwright-core'

/** Whether the answers of the server reach a page now. */
export interface HeldAnswers {
  hold(): void
  /** Lets through what has come meanwhile, and all that comes from now on. */
  release(): void
}

/** Stands between a page and its server from the next time on that it is loaded. */
export async function heldAnswers(page: Page): Promise<HeldAnswers> {
  const held: (() => void)[] = []
  let isHeld = false
  await page.routeWebSocket(/.*/, (socket) => {
    socket.connectToServer().onMessage((message) => {
      if (isHeld) held.push(() => socket.send(message))
      else socket.send(message)
    })
  })
  return {
    hold() {
      isHeld = true
    },
    release() {
      isHeld = false
      for (const send of held.splice(0)) send()
    },
  }
}
