/** How the types of the smart-card library lie in memory: the same names, three shapes. */
export interface PcscLayout {
  /** Names under which the system's library is looked for, in this order. */
  readonly libraries: readonly string[]
  /** C types, in koffi's words. */
  readonly dword: string
  readonly long: string
  readonly handle: string
  /** Bytes of an ATR in SCARD_READERSTATE. */
  readonly atrBytes: number
  /** Whether that structure has no gaps. */
  readonly packed: boolean
  /** What the names of functions that take text end with. */
  readonly suffix: string
}

/** pcsc-lite's DWORD is an `unsigned long`; Windows and macOS have 32 bits, and macOS packs its structures. */
export function layoutFor(platform: NodeJS.Platform): PcscLayout {
  switch (platform) {
    case 'win32':
      return {
        libraries: ['winscard.dll'],
        dword: 'uint32_t',
        long: 'int32_t',
        handle: 'uintptr_t',
        atrBytes: 36,
        packed: false,
        suffix: 'A',
      }
    case 'darwin':
      return {
        libraries: ['/System/Library/Frameworks/PCSC.framework/PCSC'],
        dword: 'uint32_t',
        long: 'int32_t',
        handle: 'int32_t',
        atrBytes: 33,
        packed: true,
        suffix: '',
      }
    default:
      return {
        libraries: ['libpcsclite.so.1', 'libpcsclite.so'],
        dword: 'unsigned long',
        long: 'long',
        handle: 'long',
        atrBytes: 33,
        packed: false,
        suffix: '',
      }
  }
}
