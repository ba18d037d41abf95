import type { Finding } from '@shared/contract/requests'
import { formatName } from '../distinguishedName'
import type { ExaminationFacts } from './facts'
import { finding } from './finding'

/** Parts of the name besides CN and O; a certificate of this site never carries them. */
export function checkOtherNames({ request: { name }, owner }: ExaminationFacts): Finding | null {
  // What a device calls its organisation is as unproven as the rest.
  const known = owner.kind === 'device' ? ['CN'] : ['CN', 'O']
  const others = name
    .map((part) => part.filter(({ label }) => !known.includes(label)))
    .filter((part) => part.length > 0)
  return others.length === 0
    ? null
    : finding('note', 'names-not-copied', 'A00.FR.508, A00.FR.511', { names: formatName(others) })
}
