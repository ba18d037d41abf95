import { SITE_TOPICS } from '@shared/devices/pushMessage'

/** What ids of chargers begin with there. */
const ID_PREFIX = 'chargehand_'

/** Whether a topic is one of those that `discoveryOf` gives. */
export function isDiscoveryTopic(topic: string): boolean {
  const [root, , id, , last, ...more] = topic.split('/')
  return root === 'homeassistant' && id?.startsWith(ID_PREFIX) === true && last === 'config' && more.length === 0
}

/** Retained messages by which Home Assistant finds a charger, one for each of its entities (MQTT discovery). */
export function discoveryOf(identity: string, alias: string): { readonly topic: string; readonly config: object }[] {
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
    sensor('sensor', 'session_energy', 'Session energy', {
      device_class: 'energy',
      state_class: 'total_increasing',
      unit_of_measurement: 'Wh',
      value_template: '{{ value_json.report.sessions | map(attribute="energyWh") | select("number") | sum }}',
    }),
  ]
}
