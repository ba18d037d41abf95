import path from 'node:path'
import type { Bench } from '../bench'
import type { Server } from '../child'

/** A site whose stations are at profile 3, and the file with what they and a server to compare with need. */
export async function openSecured(bench: Bench, stations: number): Promise<{ site: Server; material: string }> {
  const site = await bench.site('chargehand', ['--stations', String(stations), '--tls'])
  return { site, material: path.join(site.folder, MATERIAL_FILE) }
}

/** In the site's folder. */
export const MATERIAL_FILE = 'tls.json'
