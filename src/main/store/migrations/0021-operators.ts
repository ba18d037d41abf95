import type { Migration } from './migration'

/** Who may sign in at the console. */
export const operators: Migration = {
  version: 21,
  up: (db) =>
    db.exec(`
CREATE TABLE operator (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('viewer', 'operator', 'officer', 'administrator')),
  -- Salted and hashed, never the PIN or password itself.
  secret TEXT NOT NULL,
  is_disabled INTEGER NOT NULL DEFAULT 0 CHECK (is_disabled IN (0, 1)),
  added_at INTEGER NOT NULL,
  added_by TEXT NOT NULL,
  last_seen_at INTEGER,
  -- Wrong tries since the last right one, and when the newest was.
  wrong_times INTEGER NOT NULL DEFAULT 0,
  wrong_at INTEGER
) STRICT;
`),
}
