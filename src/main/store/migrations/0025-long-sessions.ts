import type { Migration } from './migration'

/** Finds sessions that lasted long, so that whoever asks for a time long ago need not look at all that came after it. */
export const longSessions: Migration = {
  version: 25,
  up: (db) =>
    db.exec(`
-- By their last register, those that delivered for longer than a week: few, so that the others pay nothing for it.
CREATE INDEX session_long ON session (meter_last_at) WHERE state = 'ended' AND
  meter_last_at - CASE WHEN meter_start_at IS NULL OR meter_start_wh IS NULL
    THEN coalesce(settled_ended_at, ended_at, started_at, 0) ELSE meter_start_at END > 604800000;
`),
}
