import type { Env, Hono } from 'hono'
import type { Monitoring } from '../../monitoring/monitoring'

/**
 * What is answered to monitors beside the program, before anybody is asked to sign in: `/health`, and `/metrics` where
 * that was asked for.
 */
export function serveMonitors<E extends Env>(app: Hono<E>, { health, metrics }: Monitoring): void {
  app.get('/health', async (c) => {
    const found = await health()
    return c.json(found, found.status === 'ok' ? 200 : 503)
  })
  if (metrics === null) return
  app.get('/metrics', async (c) => {
    const { type, text } = await metrics()
    return c.body(text, 200, { 'content-type': type })
  })
}
