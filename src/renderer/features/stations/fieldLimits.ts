/** Longest label of a station, as the contract takes it. */
export const LABEL_MAX_LENGTH = 80

/** Longest serial number (2.0.1 ChargingStationType.serialNumber, 1.6 chargePointSerialNumber). */
export const SERIAL_NUMBER_MAX_LENGTH = 25
