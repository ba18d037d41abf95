import type { Notice } from '@shared/contract/notices'

/** What two chargers told: an alert, a failed upload, a display with many messages, a vendor's own. */
export function sampleNotices(now: number): Notice[] {
  const at = (minutes: number) => now - minutes * 60_000
  return [
    {
      id: 1,
      stationId: 3,
      stationIdentity: 'CP_3',
      receivedAt: at(90),
      topic: 'vendor',
      action: 'DataTransfer',
      requestId: null,
      payload: { vendorId: 'com.example.wallbox', messageId: 'Lamp', data: '{"colour":"green"}' },
    },
    {
      id: 2,
      stationId: 3,
      stationIdentity: 'CP_3',
      receivedAt: at(60),
      topic: 'logs',
      action: 'LogStatusNotification',
      requestId: 12,
      payload: { status: 'UploadFailure', requestId: 12, statusInfo: { reasonCode: 'InvalidURL' } },
    },
    {
      id: 3,
      stationId: 2,
      stationIdentity: 'CP_2',
      receivedAt: at(30),
      topic: 'messages',
      action: 'NotifyDisplayMessages',
      requestId: 13,
      payload: {
        requestId: 13,
        messageInfo: [1, 2, 3, 4, 5].map((id) => ({ id, message: { format: 'UTF8', content: `Park on place ${id}` } })),
      },
    },
    {
      id: 4,
      stationId: 2,
      stationIdentity: 'CP_2',
      receivedAt: at(2),
      topic: 'alerts',
      action: 'NotifyEvent',
      requestId: null,
      payload: {
        eventData: [
          {
            actualValue: 'true',
            techCode: 'E42',
            techInfo: 'Ground fault',
            component: { name: 'Connector', evse: { id: 1, connectorId: 1 } },
            variable: { name: 'Problem' },
          },
        ],
      },
    },
  ]
}
