import type { Finding } from '@shared/contract/requests'
import type { ExaminationFacts } from './facts'
import { finding } from './finding'

const REQUIREMENT = 'A00.FR.509, A02 OrganizationName'

/**
 * The O asked for is this site's organisation. It gets that one in any case, but a station may insist on its own. Devices
 * know no organisation.
 */
export function checkOrganisation({ request, organisation, owner }: ExaminationFacts): Finding | null {
  if (owner.kind === 'device') return null
  const identity = owner.name
  const found = request.organisations.join(', ')
  if (request.organisations.length === 0) {
    return finding('warn', 'organisation-missing', REQUIREMENT, { identity, organisation })
  }
  return request.organisations.length === 1 && found === organisation
    ? finding('ok', 'organisation-matches', REQUIREMENT, { organisation })
    : finding('warn', 'organisation-differs', REQUIREMENT, { found, organisation, identity })
}
