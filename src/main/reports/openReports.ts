import { thisComputersZone, type Zone } from '@shared/zone'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Store } from '../store/open'
import { createIssuer, type IssuerDesk } from './issuer'
import { createReports, type Reports } from './reports'
import { createTariffs, type Tariffs } from './tariffs'

/** Reports of months, and what they are made by. */
export interface ReportDesk {
  readonly reports: Reports
  readonly tariffs: Tariffs
  readonly issuer: IssuerDesk
  readonly zone: Zone
}

export interface ReportDeskDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly siteName: () => string
  /** Makes sessions of the events that wait. */
  readonly catchUp: () => void
}

export function openReports({ store, clock, changes, siteName, catchUp }: ReportDeskDeps): ReportDesk {
  const zone = thisComputersZone()
  const issuer = createIssuer({ store, clock, changes })
  return {
    reports: createReports({ store, clock, zone, siteName, issuer: issuer.get, catchUp }),
    tariffs: createTariffs({ store, clock, changes, zone }),
    issuer,
    zone,
  }
}
