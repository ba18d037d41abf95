import { one, type ReadDb, run, type WriteDb } from '../handles'

/** What the manager decided about the site as a whole, and what the program has still to do for it. */
export type SettingKey =
  | 'site-name'
  | 'organisation'
  | 'ports'
  | 'automation'
  | 'scrub-due'
  | 'reports'
  | 'idle-minutes'
  | 'two-people'
  | 'written-at'
  | 'update-feed'
  | 'update-look'
  | 'reader-seen'

export function setting(db: ReadDb, key: SettingKey): string | undefined {
  return one<{ value: string }>(db, 'SELECT value FROM setting WHERE key = ?', key)?.value
}

export function putSetting(db: WriteDb, key: SettingKey, value: string): void {
  run(db, 'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', key, value)
}
