import type { Package } from '@shared/contract/updates'

/** As what the program came onto this computer, and what is replaced where no installer knows. */
export function packagedAs(facts: {
  readonly platform: NodeJS.Platform
  readonly isPackaged: boolean
  /** The AppImage that runs, as its own runtime says (APPIMAGE). */
  readonly appImage: string | undefined
  readonly programFolder: string
}): { readonly package: Package; readonly place: string | null } {
  const { platform, isPackaged, appImage, programFolder } = facts
  if (!isPackaged) return { package: 'source', place: programFolder }
  if (platform === 'win32') return { package: 'nsis', place: null }
  if (platform === 'darwin') return { package: 'dmg', place: null }
  return appImage ? { package: 'appimage', place: appImage } : { package: 'deb', place: null }
}
