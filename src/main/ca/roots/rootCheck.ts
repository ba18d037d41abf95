import { ofWholeStation } from '@shared/ocpp/variable'
import type { ReadDb } from '../../store/handles'
import { variableRow } from '../../store/queries/variables'

/** Where each family of versions keeps AdditionalRootCertificateCheck. */
const NAMES = ['SecurityCtrlr', ''].map((component) => ofWholeStation(component, 'AdditionalRootCertificateCheck'))

/** Whether a station said that it takes a new root only when the one that it has signed it (M05.FR.10). */
export function wantsCrossSigned(read: ReadDb, stationId: number): boolean {
  return NAMES.some((name) => variableRow(read, stationId, name)?.value?.toLowerCase() === 'true')
}
