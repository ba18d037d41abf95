import { type DevicePolicy, ownTopics } from '@shared/devices/policy'
import { covers, isFilter, isTopic } from '@shared/devices/topics'

/** The broker's own, and sessions shared between clients, which it does not have: nobody's, whatever a policy says. */
const NEVER = /^\$(SYS|share|queue)(\/|$)/i

/** Whether a client with this policy may publish to a topic. */
export function mayPublish(clientId: string, policy: DevicePolicy, topic: string): boolean {
  if (!isTopic(topic) || NEVER.test(topic)) return false
  return ownTopics(clientId).write.includes(topic) || policy.write.some((filter) => covers(filter, topic))
}

/** Whether a client with this policy may read everything that the filter matches. */
export function maySubscribe(clientId: string, policy: DevicePolicy, filter: string): boolean {
  if (!isFilter(filter) || NEVER.test(filter)) return false
  return ownTopics(clientId).read.includes(filter) || policy.read.some((allowed) => covers(allowed, filter))
}

/** Whether a client with this policy may connect under a client id. */
export function mayBeCalled(clientId: string, policy: DevicePolicy, otherId: string): boolean {
  return otherId === clientId || policy.clientIds.includes(otherId)
}
