import type { NotifyWebPaymentStartedRequest, NotifyWebPaymentStartedResponse } from 'typed-ocpp/dist/ocpp21/types.js'
import { outbound } from '../../action'
import { done } from '../../answers'

/** Tells a station that somebody pays for it on a web page (C25). A private site has no such page. */
export default outbound<NotifyWebPaymentStartedRequest, NotifyWebPaymentStartedResponse>('NotifyWebPaymentStarted', {
  note: 'Says that somebody is paying on a web page; written out by hand.',
  canWait: false,
  answer: done,
})
