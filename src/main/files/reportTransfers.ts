import type { Commands } from '../commands/commands'
import { keepTold, phrase } from '../phrase'
import type { TransferNews, Transfers } from './transfers'

/** What stations report of their own accord about the same work, and so where it belongs. */
const BELONGS_TO = {
  upload: ['LogStatusNotification', 'DiagnosticsStatusNotification'],
  download: ['FirmwareStatusNotification', 'SignedFirmwareStatusNotification'],
} as const

/**
 * Enters what came and went over links into the progress of the commands that the links were made for: many stations
 * report less than they do, and this computer saw it. @returns a function that ends it
 */
export function reportTransfers(
  transfers: Pick<Transfers, 'onNews'>,
  commands: Pick<Commands, 'reported'>,
  onFailure: (error: unknown) => void,
): () => void {
  const enter = async (news: TransferNews) => {
    const { stationId, at } = news
    const facts = { at, ...factsOf(news) }
    const actions = BELONGS_TO[news.kind === 'fetched' ? 'download' : 'upload']
    // By the number first; the oldest messages of 1.6 have none, and the newest command of their kind is meant.
    for (const requestId of [news.requestId, null]) {
      for (const action of actions) {
        if ((await commands.reported(stationId, { action, requestId, ...facts })) !== null) return
      }
    }
  }
  return transfers.onNews((news) => void enter(news).catch(onFailure))
}

function factsOf(news: TransferNews) {
  switch (news.kind) {
    case 'received': {
      const detail = keepTold(phrase('transfers.received', { name: news.name, size: news.size }))
      return { status: 'Received', detail, final: true, failed: false }
    }
    case 'upload-failed':
      return {
        status: 'NotReceived',
        detail: keepTold(phrase(`transfers.failed.${news.why}`)),
        final: false,
        failed: false,
      }
    case 'fetched':
      return { status: 'Fetched', detail: keepTold(phrase('transfers.fetched')), final: false, failed: false }
  }
}
