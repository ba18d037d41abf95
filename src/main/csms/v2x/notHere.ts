import { stationAnswers as words } from '@shared/words/en/stationAnswers'

/** Why a service is refused that a private site has no use for, as 2.x words it. */
export function notHere(service: keyof typeof words.notHere) {
  return { reasonCode: 'UnsupportedRequest', additionalInfo: words.notHere[service] }
}
