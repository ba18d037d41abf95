import type { Migration } from './migration'

/** Devices that the manager took off the list: what they were certified stays, their names are free. */
export const removedDevices: Migration = {
  version: 24,
  up: (db) =>
    db.exec(`
-- When it was taken off the list. It then has a name that no device can ask for.
ALTER TABLE device ADD COLUMN removed_at INTEGER;
`),
}
