/** What others use of the virtual charger. Types that are not named here come with `Charger` by inference. */
export { type Charger, createCharger } from './charger'
export type { ChargerEvent } from './chargerEvents'
export { createDemoFleet } from './demo'
export { type Environment, realEnvironment } from './environment'
export { QUIRKS, type QuirkName } from './faults/quirks'
export { type ChargerOptions, VERSIONS, type Version } from './options'
