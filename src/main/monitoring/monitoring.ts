import type { Site } from '../openedSite'
import { createHealth, type Health } from './health'
import { createMetrics, type Exposition } from './metrics'

/** What a monitor beside the program may ask of it without signing in. */
export interface Monitoring {
  health(): Promise<Health>
  /** Null unless it was asked for. */
  readonly metrics: (() => Promise<Exposition>) | null
}

/** @param wanted whether figures are given, too */
export async function openMonitoring(site: Site, wanted: { readonly metrics: boolean }): Promise<Monitoring> {
  return {
    health: createHealth({ site, clock: Date.now }),
    metrics: wanted.metrics ? await createMetrics(site) : null,
  }
}
