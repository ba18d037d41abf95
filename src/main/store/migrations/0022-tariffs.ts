import type { Migration } from './migration'

/** What charging costs from which day on, and what finds the sessions that reach into a month from far before. */
export const tariffs: Migration = {
  version: 22,
  up: (db) =>
    db.exec(`
-- Never changed: another one begins on a later day.
CREATE TABLE tariff (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- The local date on which it begins, as 2026-03-29.
  from_day TEXT NOT NULL UNIQUE,
  -- JSON of TariffTerms.
  terms TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL
) STRICT;

-- Sessions that are not found near their place in the ledger: longer than a day, or without a beginning. By their end.
CREATE INDEX session_far ON session (coalesce(settled_ended_at, ended_at, meter_last_at, 0))
  WHERE state = 'ended' AND (started_at IS NULL
    OR coalesce(settled_ended_at, ended_at, meter_last_at, 0) - started_at > 86400000);
`),
}
