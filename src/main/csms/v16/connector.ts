/**
 * Whether a connector of an EVSE can be meant in 1.6, which numbers the connectors of the whole charge point: each is an
 * EVSE of the site's own with one connector.
 */
export function isOnlyConnector(connectorId: number | null): boolean {
  return connectorId === null || connectorId === 1
}
