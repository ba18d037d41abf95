import { AppError } from '@shared/errors'
import type { ReadDb } from './store/handles'
import { setting } from './store/queries/settings'

/** What the first run named; nothing of it is remembered beside the database. */
export interface SiteNames {
  /** Empty until the site is set up, as is `organisation`. */
  readonly name: () => string
  /** What stands as the organisation in every certificate of the site. */
  readonly organisation: () => string
  readonly isSetUp: () => boolean
  /** @throws AppError NOT_SET_UP until the first run is over */
  readonly requireSetUp: () => void
}

export function siteNames(read: ReadDb): SiteNames {
  const isSetUp = () => setting(read, 'site-name') !== undefined
  return {
    name: () => setting(read, 'site-name') ?? '',
    organisation: () => setting(read, 'organisation') ?? '',
    isSetUp,
    requireSetUp: () => {
      if (!isSetUp()) throw new AppError('NOT_SET_UP')
    },
  }
}
