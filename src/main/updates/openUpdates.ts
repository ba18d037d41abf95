import type { SiteOptions } from '../siteOptions'
import { builtInReleaseKeys } from './releaseKeys'
import { createUpdates, type Updates, type UpdatesDeps } from './updates'

/** Opens the updates of a site as its options have them. */
export function openUpdates(
  deps: Pick<UpdatesDeps, 'store' | 'clock' | 'changes' | 'onFailure' | 'backups' | 'isSetUp'> & {
    readonly options: SiteOptions
  },
): Updates {
  const { options, ...rest } = deps
  const { dataFolder, demo, version, installation, releaseKeys, updates: { ca, ...limits } = {} } = options
  const source = {
    platform: process.platform,
    arch: process.arch,
    package: 'source',
    place: null,
    handOver: null,
  } as const
  return createUpdates({
    ...rest,
    dataFolder,
    demo,
    keys: releaseKeys ?? builtInReleaseKeys(),
    here: { ...(installation ?? source), version },
    limits,
    ca,
  })
}
