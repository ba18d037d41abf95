import type { UpdateState } from '@shared/contract/updates'

/** A program that was built without a release key. */
export const sampleUpdates: UpdateState = {
  version: '0.1.0',
  keys: [],
  signedName: 'chargehand-linux-x64-appimage.update.json',
  package: 'appimage',
  installs: true,
  feed: { isOn: false, address: '', lookedAt: null, problem: null },
  looking: false,
  found: null,
  transfer: null,
  ready: null,
  installing: false,
}
