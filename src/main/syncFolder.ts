import { open } from 'node:fs/promises'

/** Makes renames in a folder last. Windows has no such call for folders: its journal keeps them in order. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
