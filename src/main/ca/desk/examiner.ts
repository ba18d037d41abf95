import { AppError } from '@shared/errors'
import type { Clock } from '../../clock'
import type { ReadDb } from '../../store/handles'
import { ownerOf, type RequestRow } from '../../store/queries/requests'
import { toldNumber } from '../../store/queries/variables'
import { authorityFacts, type Examinable, type ExaminationContext, type Examined, examineStored } from '../examination'
import type { DevicesAtDesk, Owner, OwnerRef, Owners } from '../owner'
import type { SiteAuthority } from '../siteAuthority'

/** What examining needs of the site. */
export interface ExaminerDeps {
  readonly read: ReadDb
  readonly clock: Clock
  readonly authority: SiteAuthority
  readonly owners: Owners
  readonly devices: DevicesAtDesk
  /** The O of this site's certificates. */
  readonly organisation: () => string
  /** Where certificates say that they can be checked; see `publishedAt`. */
  readonly publishedAt?: string
}

/** Examines requests of the desk against what the site knows at this moment. */
export interface Examiner {
  /** What the site knows now; the same serves many examinations of one moment. */
  context(): ExaminationContext
  /** @throws AppError UNKNOWN_STATION when who asked is gone */
  owner(ref: OwnerRef): Owner
  ownerOf(row: Pick<RequestRow, 'station_id' | 'device_id'>): Owner
  examine(row: Examinable, owner: Owner, context?: ExaminationContext): Examined
}

/**
 * How many characters a chain for a station may have, as it told itself: MaxCertificateChainSize, in 1.6
 * CertificateSignedMaxChainSize.
 */
export function chainRoomOf(read: ReadDb, stationId: number): number | null {
  return (
    toldNumber(read, stationId, { component: 'SecurityCtrlr', variable: 'MaxCertificateChainSize' }) ??
    toldNumber(read, stationId, { component: '', variable: 'CertificateSignedMaxChainSize' })
  )
}

export function createExaminer(deps: ExaminerDeps): Examiner {
  const { read, clock, authority, owners, devices, organisation, publishedAt } = deps
  const owner = (ref: OwnerRef): Owner => {
    const found = owners.of(ref)
    if (!found) throw new AppError(ref.kind === 'station' ? 'UNKNOWN_STATION' : 'UNKNOWN_REQUEST')
    return found
  }
  const context = (): ExaminationContext => ({
    read,
    devices,
    organisation: organisation(),
    publishedAt,
    authority: authorityFacts(authority),
    chainRoom: (stationId) => chainRoomOf(read, stationId),
    now: clock(),
  })
  return {
    context,
    owner,
    ownerOf: (row) => owner(ownerOf(row)),
    examine: (row, of, known = context()) => examineStored(row, of, known),
  }
}
