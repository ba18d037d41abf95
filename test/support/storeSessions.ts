import { run } from '@main/store/handles'
import type { Store } from '@main/store/open'
import type { SessionState, SettlementKind } from '@shared/ocpp/session'

/** A session as the ledger would have it after its events. */
export interface LedgerRow {
  readonly station: number
  readonly token: string | null
  readonly state: SessionState
  readonly startedAt: number | null
  readonly endedAt: number | null
  readonly receivedAt: number
  readonly readings: readonly { readonly at: number; readonly wh: number }[]
  readonly unsettled?: boolean
  readonly meterFell?: boolean
  readonly settled?: SettlementKind | null
  readonly settledEnergyWh?: number | null
  readonly settledEndedAt?: number | null
}

/** Cards AA (Ines, group Fleet), BB (Ines, two tags) and CC (erased), and three stations. */
function storeOwners(db: Parameters<typeof run>[0]): void {
  for (const station of [1, 2, 3]) {
    run(
      db,
      "INSERT OR IGNORE INTO station (id, identity, admission, created_at) VALUES (?, ?, 'admitted', 0)",
      station,
      `CP_${station}`,
    )
  }
  const cards = [
    ['AA', 'Ines', 'Fleet', '[]'],
    ['BB', 'Ines', '', '["tenant","2nd floor"]'],
    ['CC', '', '', '[]'],
  ]
  for (const [token = '', holder = '', group = '', tags = ''] of cards) {
    run(
      db,
      `INSERT OR IGNORE INTO card (token, token_type, holder, label, card_group, blocked, tags, created_at, updated_at)
       VALUES (?, 'ISO14443', ?, '', ?, 0, ?, 0, 0)`,
      token,
      holder,
      group,
      tags,
    )
  }
}

/** Puts sessions into an empty ledger, numbered from 1 in their order. */
export async function storeSessions(store: Pick<Store, 'writer'>, rows: readonly LedgerRow[]): Promise<void> {
  await store.writer.write((db) => {
    storeOwners(db)
    for (const [place, row] of rows.entries()) {
      // One reading a moment, as the ledger keeps them.
      const registers = [...new Map(row.readings.map(({ at, wh }) => [at, wh]))].sort(([a], [b]) => a - b)
      const [first, last] = [registers[0], registers.at(-1)]
      run(
        db,
        `INSERT INTO session (id, station_id, transaction_id, evse_id, token, token_type, state, started_at, ended_at,
           meter_start_at, meter_start_wh, meter_last_at, meter_last_wh, meter_fell, doubts, seq_apart, updated_at,
           received_first, received_last, unsettled, settled, settled_energy_wh, settled_ended_at)
         VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', 0, 0, ?, ?, ?, ?, ?, ?)`,
        place + 1,
        row.station,
        `T${place + 1}`,
        row.token,
        row.token && 'ISO14443',
        row.state,
        row.startedAt,
        row.endedAt,
        first?.[0] ?? null,
        first?.[1] ?? null,
        last?.[0] ?? null,
        last?.[1] ?? null,
        row.meterFell === true ? 1 : 0,
        row.receivedAt,
        row.receivedAt,
        row.unsettled === true ? 1 : 0,
        row.settled ?? null,
        row.settledEnergyWh ?? null,
        row.settledEndedAt ?? null,
      )
      for (const [at, wh] of registers) {
        run(db, 'INSERT INTO reading (session_id, at, energy_wh) VALUES (?, ?, ?)', place + 1, at, wh)
      }
    }
  })
}
