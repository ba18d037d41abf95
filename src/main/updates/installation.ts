import type { Package } from '@shared/contract/updates'

/** How this program came onto this computer, and so what may take its place. */
export interface Installation {
  readonly version: string
  readonly platform: NodeJS.Platform
  /** As Node names it. */
  readonly arch: string
  readonly package: Package
  /** What is replaced: the AppImage, or the folder of a source; null where the installer knows. */
  readonly place: string | null
  /**
   * Asks whoever is there, closes the program in order and starts the installer; null where nobody is there to be asked.
   * Resolves before the program has closed. @returns `stays` when the person wants it to go on
   */
  readonly handOver: ((file: string) => Promise<HandedOver>) | null
}

export type HandedOver = { readonly kind: 'leaving' | 'stays' } | { readonly kind: 'failed'; readonly reason: string }

/** The name of the signed description of what can take this program's place. The packer of releases makes the same. */
export function signedName(product: string, { platform, arch, package: kind }: Installation): string {
  const of = kind === 'source' ? 'any-any' : `${platform}-${arch}`
  return `${product}-${of}-${kind}.update.json`
}

/** What a person types to install a file that was checked, one command a line. */
export function installCommands(file: string, { platform, package: kind, place }: Installation): string[] {
  const quote = platform === 'win32' ? quoteForWindows : quoteForShell
  switch (kind) {
    case 'nsis':
      return [quote(file)]
    case 'dmg':
      return [`open ${quote(file)}`]
    case 'deb':
      return [`sudo apt install ${quote(file)}`]
    case 'appimage':
      return [`install -m 755 ${quote(file)} ${quote(place ?? 'Chargehand.AppImage')}`]
    case 'source':
      return [
        `tar -xzf ${quote(file)} --strip-components=1 -C ${quote(place ?? '.')}`,
        platform === 'win32' ? `cd /d ${quote(place ?? '.')}` : `cd ${quote(place ?? '.')}`,
        'npm ci && npm run build',
      ]
  }
}

function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** Names on Windows hold no quotes. */
function quoteForWindows(text: string): string {
  return `"${text}"`
}
