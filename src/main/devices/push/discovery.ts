import { type DeviceReport, SITE_TOPICS } from '@shared/devices/pushMessage'

/** What ids of chargers begin with there. */
const ID_PREFIX = 'chargehand_'

/** Whether a topic is one of those that `discoveryOf` gives. */
export function isDiscoveryTopic(topic: string): boolean {
  const [root, , id, , last, ...more] = topic.split('/')
  return root === 'homeassistant' && id?.startsWith(ID_PREFIX) === true && last === 'config' && more.length === 0
}

/**
 * Retained messages by which Home Assistant finds a charger, one for each of its entities (MQTT discovery).
 *
 * Each EVSE has an entity of its own for the energy of its session. Home Assistant takes a value that falls for a meter
 * that began anew and adds all of what is left: with one for the charger, what a session has charged would be counted
 * again when the one beside it ends.
 */
export function discoveryOf(
  identity: string,
  { alias, connectors }: Pick<DeviceReport, 'alias' | 'connectors'>,
): { readonly topic: string; readonly config: object }[] {
  // With OCPP 1.6 connector 0 is the charger itself.
  const evseIds = [...new Set(connectors.map(({ evseId }) => evseId))].filter((evseId) => evseId > 0)
  // Home Assistant takes letters, digits, _ and - in such ids.
  const id = `${ID_PREFIX}${Buffer.from(identity).toString('base64url')}`
  const device = { identifiers: [id], name: alias || identity, manufacturer: 'Chargehand', model: 'Charger' }
  const shared = { state_topic: SITE_TOPICS.state(identity), device, origin: { name: 'Chargehand' } }
  const sensor = (kind: 'sensor' | 'binary_sensor', name: string, label: string, config: object) => ({
    topic: `homeassistant/${kind}/${id}/${name}/config`,
    // Its entity is called after the charger and this name there, as people would call it.
    config: { ...shared, name: label, unique_id: `${id}_${name}`, ...config },
  })
  return [
    sensor('binary_sensor', 'connected', 'Connected', {
      device_class: 'connectivity',
      value_template: "{{ 'ON' if value_json.report.connected else 'OFF' }}",
    }),
    sensor('sensor', 'status', 'Status', {
      // With OCPP 1.6 connector 0 is the charger itself.
      value_template:
        '{{ value_json.report.connectors | rejectattr("connectorId", "eq", 0) | map(attribute="status") | join(", ") }}',
    }),
    sensor('sensor', 'power', 'Power', {
      device_class: 'power',
      state_class: 'measurement',
      unit_of_measurement: 'W',
      value_template: '{{ value_json.report.powerW }}',
    }),
    ...evseIds
      .toSorted((one, other) => one - other)
      .map((evseId) =>
        sensor(
          'sensor',
          `session_energy_${evseId}`,
          evseIds.length === 1 ? 'Session energy' : `Session energy ${evseId}`,
          {
            device_class: 'energy',
            state_class: 'total_increasing',
            unit_of_measurement: 'Wh',
            // The newest, should an older one not have been ended.
            value_template: `{{ value_json.report.sessions | selectattr("evseId", "eq", ${evseId}) | map(attribute="energyWh") | select("number") | list | last | default(0) }}`,
          },
        ),
      ),
  ]
}
