import type { Migration } from './migration'

/** Rules of cards, what else is known of them, why they were refused, and whether a station starts without any. */
export const cardRules: Migration = {
  version: 19,
  up: (db) =>
    db.exec(`
-- A JSON array of texts, in the order in which they were typed.
ALTER TABLE card ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE card ADD COLUMN master_pass INTEGER NOT NULL DEFAULT 0 CHECK (master_pass IN (0, 1));
-- JSON of CardRules; null when they limit nothing.
ALTER TABLE card ADD COLUMN rules TEXT;
ALTER TABLE card ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE card ADD COLUMN message TEXT NOT NULL DEFAULT '';
-- Whether it stands in the lists that stations decide by while they are offline.
ALTER TABLE card ADD COLUMN offline TEXT NOT NULL DEFAULT 'auto' CHECK (offline IN ('auto', 'first', 'never'));
-- The lost card that it was given for.
ALTER TABLE card ADD COLUMN replaces INTEGER REFERENCES card (id);
-- When everything about its holder was erased.
ALTER TABLE card ADD COLUMN erased_at INTEGER;
CREATE UNIQUE INDEX card_replaces ON card (replaces) WHERE replaces IS NOT NULL;

-- JSON of RefusalReason; null when the status says it all.
ALTER TABLE authorization_log ADD COLUMN reason TEXT;

-- Stations where a driver may not start without identification; all others let them.
CREATE TABLE card_wanted (
  station_id INTEGER PRIMARY KEY REFERENCES station (id)
) STRICT;
`),
}
