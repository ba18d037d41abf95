import { all, one, type ReadDb } from '../handles'

/** The newest of what is only ever appended. */
export interface NewestIds {
  readonly security_event: number
  readonly authorization: number
  readonly request: number
  readonly session: number
}

export function newestIds(db: ReadDb): NewestIds {
  const ids = one<NewestIds>(
    db,
    `SELECT coalesce((SELECT max(id) FROM security_event), 0) AS security_event,
       coalesce((SELECT max(id) FROM presented), 0) AS "authorization",
       coalesce((SELECT max(id) FROM certificate_request), 0) AS request,
       coalesce((SELECT max(id) FROM session), 0) AS session`,
  )
  return ids ?? { security_event: 0, authorization: 0, request: 0, session: 0 }
}

/** Most rows of a kind that are read at once. */
const AT_ONCE = 200

export interface SecurityNews {
  readonly id: number
  readonly identity: string
  readonly type: string
  readonly critical: 0 | 1
  readonly detail: string | null
  readonly received_at: number
}

export function securityNews(db: ReadDb, after: number): SecurityNews[] {
  return all(
    db,
    `SELECT security_event.id, identity, type, critical, detail, received_at FROM security_event
       JOIN station ON station.id = station_id WHERE security_event.id > ? ORDER BY security_event.id LIMIT ?`,
    after,
    AT_ONCE,
  )
}

export interface CardNews {
  readonly id: number
  readonly identity: string
  readonly status: string
  readonly at: number
}

/** All presented cards after one, the accepted ones too: the last of them is where to go on. */
export function cardNews(db: ReadDb, after: number): CardNews[] {
  return all(
    db,
    `SELECT log.id, identity, status, at FROM authorization_log AS log CROSS JOIN station ON station.id = log.station_id
       WHERE group_id > ?1 AND log.id > ?1 ORDER BY group_id, log.id LIMIT ?2`,
    after,
    AT_ONCE,
  )
}

export interface RequestNews {
  readonly id: number
  /** Of the station that asks; null where a device does, by `device_name`. */
  readonly identity: string | null
  readonly device_name: string | null
  readonly received_at: number
}

export function requestNews(db: ReadDb, after: number): RequestNews[] {
  return all(
    db,
    `SELECT certificate_request.id, identity, coalesce(client_id, device_name) AS device_name, received_at
       FROM certificate_request LEFT JOIN station ON station.id = station_id LEFT JOIN device ON device.id = device_id
       WHERE certificate_request.id > ? ORDER BY certificate_request.id LIMIT ?`,
    after,
    AT_ONCE,
  )
}
