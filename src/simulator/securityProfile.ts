import type { CommandPort } from './commandPort'
import { slotInUse } from './network'

type Own = Pick<CommandPort, 'variables' | 'settings' | 'trust' | 'ownCertificate'>

/** Slot of 1.6 for a profile that it was raised to; the version has no slots that anybody sees. */
const slotOf = (profile: number) => 10 + profile

/** What a profile takes that this charger has not (A05.FR.02–04); null: it has all. */
export function lackingFor({ variables, trust, ownCertificate }: Own, profile: number): string | null {
  if ((profile === 1 || profile === 2) && variables.password === null) return 'no password'
  if (profile >= 2 && trust.pems('csms').length === 0) return 'no root certificate'
  return profile === 3 && ownCertificate() === null ? 'no certificate of its own' : null
}

/** Sets the order of the network profiles; none that is lower than the one in use, or that it can not use (A05.FR.10). */
export function setNetworkPriority(port: Own, text: string): boolean {
  const { variables } = port
  const slots = text.split(',').map(Number)
  if (new Set(slots).size !== slots.length) return false
  const profiles = slots.map((slot) => variables.networkSlots.get(slot))
  const { securityProfile: own } = slotInUse(variables)
  const fits = profiles.every(
    (slot) =>
      slot && slot.securityProfile >= own && (slot.securityProfile === own || !lackingFor(port, slot.securityProfile)),
  )
  if (fits) variables.networkPriority = slots
  return fits
}

/** Raises the profile of a 1.6 charger; it connects under it afterwards, and falls back if that fails (A05). */
export function raiseProfile(port: Own, text: string): boolean {
  const { variables } = port
  const profile = Number(text)
  const now = slotInUse(variables)
  const url = variables.centralSystemUrl ?? now.url
  const isHigher = /^[123]$/.test(text) && profile > now.securityProfile
  if (!isHigher || lackingFor(port, profile) !== null || profile >= 2 !== url.startsWith('wss:')) return false
  variables.networkSlots.set(slotOf(profile), { url, password: null, securityProfile: profile, asMade: false })
  variables.networkPriority = [slotOf(profile), variables.networkSlot]
  return true
}
