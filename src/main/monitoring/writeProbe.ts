import type { Store } from '../store/open'
import { putSetting } from '../store/queries/settings'

/**
 * Writes one small row to the database and resolves when it is on disk. A site where nothing happens at night would
 * else not know that its disk is full until the first card in the morning.
 * @throws AppError STORE_WRITE_FAILED, STORE_CLOSED
 */
export function proveWritable({ writer }: Pick<Store, 'writer'>, now: number): Promise<void> {
  return writer.write((db) => putSetting(db, 'written-at', String(now)))
}
