import type { Handlers2x } from './commands'

const statusInfo = { reasonCode: 'UnsupportedRequest' }

/** What this charger has no hardware for (2.1): inverters (R), slots for batteries (S), a payment page (C25). */
export const ABSENT: Handlers2x<
  'SetDERControl' | 'GetDERControl' | 'ClearDERControl' | 'RequestBatterySwap' | 'NotifyWebPaymentStarted'
> = {
  SetDERControl: () => ({ payload: { status: 'NotSupported', statusInfo } }),
  GetDERControl: () => ({ payload: { status: 'NotSupported', statusInfo } }),
  ClearDERControl: () => ({ payload: { status: 'NotSupported', statusInfo } }),
  RequestBatterySwap: () => ({ payload: { status: 'Rejected', statusInfo } }),
  // The answer has no status: whoever pays on a page of the server needs nothing from the charger yet.
  NotifyWebPaymentStarted: () => ({ payload: {} }),
}
