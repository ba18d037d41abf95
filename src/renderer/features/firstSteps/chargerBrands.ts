/** Where a maker’s charger is told which central system to call. Names of programs and fields are the maker’s own. */
export interface ChargerBrand {
  readonly brand: string
  /** The maker’s app, program or page, and the way through it. */
  readonly tool: string
  /** The field for the address. */
  readonly addressField: string
  /**
   * Where its name (the identity) goes: at the end of the address, in a field of its own, or nowhere, because the charger
   * puts its serial number at the end of the address by itself.
   */
  readonly identity: 'in-address' | 'own-field' | 'serial-number'
  /** The field for the name, where it has one. */
  readonly identityField?: string
}

/** Makers change their programs: these are starting points, in the words of their documents. */
export const CHARGER_BRANDS: readonly ChargerBrand[] = [
  {
    brand: 'cFos Power Brain',
    tool: 'Web interface → OCPP gateway settings',
    addressField: 'OCPP gateway URL',
    identity: 'own-field',
    identityField: 'OCPP gateway client ID',
  },
  {
    brand: 'Easee',
    tool: 'Easee API (native OCPP)',
    addressField: 'URL',
    identity: 'serial-number',
  },
  {
    brand: 'go-e',
    tool: 'go-e app → Internet → OCPP',
    addressField: 'OCPP server URL',
    identity: 'in-address',
  },
  {
    brand: 'Spelsberg',
    tool: 'Spelsberg app → System → Settings → OCPP',
    addressField: 'OCPP backend URL',
    identity: 'own-field',
    identityField: 'OCPP Charge Point ID',
  },
]
