import type { Phrase } from '@shared/told'
import { phrase } from '../phrase'
import { type Installation, signedName } from './installation'
import { type Manifest, openManifest } from './manifest'
import type { ReleaseKeys } from './releaseKeys'
import { compareVersions } from './version'

export type Examined =
  | { readonly kind: 'good'; readonly manifest: Manifest }
  /** `standing` is why it is none for us though all of it is true: a feed has nothing newer then. */
  | { readonly kind: 'refused'; readonly reason: Phrase; readonly standing: 'same' | 'older' | null }

/** Whether a signed description is one of a newer version for this program on this computer. */
export function examineSigned(text: string, release: ReleaseKeys, here: Installation): Examined {
  const refused = (
    code: Parameters<typeof phrase>[0],
    data?: Phrase['data'],
    standing: 'same' | 'older' | null = null,
  ): Examined => ({ kind: 'refused', reason: phrase(code, data), standing })

  if (release.keys.length === 0) return refused('updates.refused.noKey')
  const opened = openManifest(text, release)
  switch (opened.kind) {
    case 'not-signed':
      return refused('updates.refused.notSigned', { name: signedName(release.product, here) })
    case 'other-key':
      return refused('updates.refused.otherKey')
    case 'bad-signature':
      return refused('updates.refused.badSignature')
  }
  const { manifest } = opened
  if (manifest.product !== release.product) {
    return refused('updates.refused.otherProduct', { product: manifest.product })
  }
  const isSource = manifest.package === 'source'
  if (!isSource && (manifest.platform !== here.platform || manifest.arch !== here.arch)) {
    const found = `${manifest.platform} ${manifest.arch}`
    return refused('updates.refused.otherSystem', { found, here: `${here.platform} ${here.arch}` })
  }
  if (manifest.package !== here.package) {
    return refused('updates.refused.otherPackage', { found: manifest.package, here: here.package })
  }
  const { version } = manifest
  const order = compareVersions(version, here.version)
  if (order === 0) return refused('updates.refused.sameVersion', { version }, 'same')
  if (order < 0) return refused('updates.refused.older', { found: version, here: here.version }, 'older')
  return { kind: 'good', manifest }
}
