import type { Session } from '@shared/contract/sessions'
import type { PushMessage } from '@shared/devices/pushMessage'
import type { ReadDb } from '../../store/handles'
import { cardNews, type NewestIds, requestNews, securityNews } from '../../store/queries/pushNews'

type Happened = Extract<PushMessage, { pushType: 'DEVICE_PUSH' }>

const iso = (time: number) => new Date(time).toISOString()

const news = (
  deviceId: string,
  pushCode: Happened['pushCode'],
  time: number,
  detail: Happened['detail'],
  deviceType: Happened['deviceType'] = 'charger',
): Happened => ({ pushType: 'DEVICE_PUSH', deviceId, deviceType, at: iso(time), pushCode, detail })

/** That a charger or device is there, or no longer. */
export function connectionNews(
  deviceId: string,
  deviceType: Happened['deviceType'],
  isConnected: boolean,
  at: number,
): Happened {
  return news(deviceId, isConnected ? 'CONNECTED' : 'DISCONNECTED', at, {}, deviceType)
}

export function sessionNews(pushCode: 'SESSION_STARTED' | 'SESSION_ENDED', session: Session, at: number): Happened {
  const { stationIdentity, transactionId, evseId, energyWh, stopReason: reason } = session
  return news(stationIdentity, pushCode, at, { transactionId, evseId, energyWh, reason })
}

/** What was written down after `ids`, and up to where: there may be more. Null when there is nothing. */
export function newsAfter(
  read: ReadDb,
  ids: NewestIds,
): { readonly messages: readonly Happened[]; readonly ids: NewestIds } | null {
  const security = securityNews(read, ids.security_event)
  const cards = cardNews(read, ids.authorization)
  const requests = requestNews(read, ids.request)
  if (security.length + cards.length + requests.length === 0) return null
  return {
    messages: [
      ...security.map(({ identity, type, critical, detail, received_at: time }) =>
        news(identity, 'SECURITY_EVENT', time, { type, critical: critical === 1, detail }),
      ),
      ...cards.flatMap(({ identity, status, at: time }) =>
        status === 'accepted' ? [] : [news(identity, 'CARD_REFUSED', time, { status })],
      ),
      ...requests.flatMap(({ identity, device_name: device, received_at: time }) => {
        const name = identity ?? device
        const type = identity === null ? 'device' : 'charger'
        return name === null ? [] : [news(name, 'CERTIFICATE_REQUESTED', time, {}, type)]
      }),
    ],
    ids: {
      ...ids,
      security_event: security.at(-1)?.id ?? ids.security_event,
      authorization: cards.at(-1)?.id ?? ids.authorization,
      request: requests.at(-1)?.id ?? ids.request,
    },
  }
}
