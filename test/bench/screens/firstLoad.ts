import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { firstPageOf, noteFirstPage } from '../../support/firstPage'
import type { Bench } from '../bench'
import { startBuiltProgram } from '../builtProgram'
import { median } from '../median'
import { newProfile } from './chromium'

export interface FirstLoad {
  /** From the ready line of the program to the Overview with its stations, in a browser that was never here. */
  readonly usableMs: number
  /** What had to be fetched until the first page was drawn, compressed with gzip. */
  readonly compressedBytes: number
}

/** The built program is started, and its link opened at once. */
export async function measureFirstLoad(bench: Bench, browser: Browser, folder: string): Promise<FirstLoad> {
  const times: number[] = []
  let compressedBytes = 0
  for (let round = 0; round < bench.rounds; round++) {
    const program = await startBuiltProgram(bench, folder)
    const listening = Date.now()
    const profile = await newProfile(browser)
    const page = await profile.newPage()
    await noteFirstPage(page)
    await page.goto(program.link)
    const { usableAt, needed } = await firstPageOf(page)
    times.push(usableAt - listening)
    compressedBytes = 0
    // One after the other, as the server has a limit to what one caller may have open.
    for (const url of needed) compressedBytes += gzipSync(await (await profile.request.get(url)).body()).length
    await profile.close()
    await program.end()
  }
  return { usableMs: median(times), compressedBytes }
}
