import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

interface Locked {
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const lock = JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, Locked>
}

/** Where Node would look for `name` from the package at `place`, nearest first. */
function placesFor(place: string, name: string): string[] {
  const places: string[] = []
  for (let from = place; ; from = path.posix.dirname(from)) {
    if (path.posix.basename(from) !== 'node_modules') places.push(path.posix.join(from, 'node_modules', name))
    if (from === '.' || from === '') return places
  }
}

// Where a mirror lacks the package of one platform, npm leaves it out of the file without a word, and after that
// `npm ci` fails on every platform.
test('the lock file has the packages of every platform', () => {
  const absent = Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !placesFor(place, name).some((other) => other in lock.packages)),
  )
  expect(absent).toEqual([])
})

test('the lock file names no download addresses, so that any mirror serves it', () => {
  expect(Object.keys(lock.packages).filter((place) => lock.packages[place]?.resolved !== undefined)).toEqual([])
})
