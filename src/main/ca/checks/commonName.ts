import type { Finding } from '@shared/contract/requests'
import { canBeCommonName } from '../subject'
import type { ExaminationFacts } from './facts'
import { finding } from './finding'

const REQUIREMENT = 'A00.FR.511, A00.FR.405'

function compare(serialNumber: string, commonNames: readonly string[]): Finding {
  const [first] = commonNames
  if (first === undefined) return finding('warn', 'cn-missing', REQUIREMENT, { serialNumber })
  if (commonNames.length > 1) {
    return finding('warn', 'cn-several', REQUIREMENT, { found: commonNames.join(', '), serialNumber })
  }
  return first === serialNumber
    ? finding('ok', 'cn-matches', REQUIREMENT, { serialNumber })
    : finding('warn', 'cn-differs', REQUIREMENT, { found: first, serialNumber })
}

/** Devices ask under any name; what is signed names the device as this site knows it. */
function checkDeviceName(name: string, commonNames: readonly string[]): Finding {
  const others = commonNames.filter((asked) => asked !== name)
  return others.length === 0
    ? finding('ok', 'device-named', 'RFC 7030 §4.2.1', { name })
    : finding('note', 'device-named-otherwise', 'RFC 7030 §4.2.1', { found: others.join(', '), name })
}

/** The CN asked for is the serial number that this station gave when it started. */
export function checkCommonName({ request, owner }: ExaminationFacts): Finding {
  if (owner.kind === 'device') return checkDeviceName(owner.name, request.commonNames)
  const { name: identity, serialNumber } = owner
  if (serialNumber === null) return finding('block', 'serial-number-unknown', REQUIREMENT, { identity })
  if (!canBeCommonName(serialNumber)) {
    return finding('block', 'serial-number-unusable', 'RFC 5280 A.1', { identity, serialNumber })
  }
  return compare(serialNumber, request.commonNames)
}
