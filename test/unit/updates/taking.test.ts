import { existsSync } from 'node:fs'
import path from 'node:path'
import { phrase } from '@main/phrase'
import { examineSigned } from '@main/updates/examine'
import { UPDATE_LIMITS } from '@main/updates/limits'
import { createTaking } from '@main/updates/taking'
import { openUpdatePlace, type UpdatePlace } from '@main/updates/updatePlace'
import { afterEach, expect, test } from 'vitest'
import { newReleaser, OLDER_SOURCE } from '../../support/release'
import { temporaryFolder } from '../../support/runningProgram'

const FILE = Buffer.from('the next version')
const releaser = newReleaser()
const signed = releaser.sign(FILE)
const busy = { kind: 'refused', reason: expect.objectContaining({ code: 'updates.refused.busy' }) }

const home = temporaryFolder()
afterEach(() => home.remove())

/** Where the installation of another version begins in the middle of a step of the disk. */
function takingWhileInstalling(at: 'free' | 'begin') {
  const place = openUpdatePlace(home.folder)
  let isInstalling = false
  const turned: UpdatePlace = {
    ...place,
    async free() {
      isInstalling = at === 'free'
      return Number.MAX_SAFE_INTEGER
    },
    async begin(...args) {
      isInstalling = true
      return place.begin(...args)
    },
  }
  return createTaking({
    place: turned,
    limits: UPDATE_LIMITS,
    examine: (text) => examineSigned(text, releaser.keys, OLDER_SOURCE),
    whyNot: () => (isInstalling ? phrase('updates.refused.busy') : null),
    onProgress: () => {},
  })
}

test('nothing comes while a version is installed, also when that began while it was looked at', async () => {
  expect(await takingWhileInstalling('free').begin(signed, FILE.length)).toEqual(busy)
  expect(await takingWhileInstalling('begin').begin(signed, FILE.length)).toEqual(busy)
  const source = { read: () => Promise.reject(new Error('was read')) as never }
  expect(await takingWhileInstalling('free').fetch(source, signed)).toEqual(busy)
  expect(existsSync(path.join(home.folder, 'updates/incoming'))).toBe(false)
})
