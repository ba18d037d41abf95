/** Programs that settings are given for. */
export const PROGRAMS = ['enrol', 'paho', 'aws', 'mosquitto', 'homeAssistant'] as const
export type Program = (typeof PROGRAMS)[number]

/** Where the site is reached: a name or address, and the port with TLS. */
export interface Endpoint {
  readonly host: string
  readonly port: number
  /** Of the port for MQTT alone; null where there is none. */
  readonly mqttPort: number | null
}

/** Settings to copy, for a device whose files are called after its client id. */
const TEXTS: Readonly<Record<Program, (endpoint: Endpoint) => string>> = {
  enrol: ({
    host,
    port,
  }) => `# The root is fetched without TLS being checked: compare its fingerprint with the one on the Certificates page.
curl -sk https://${host}:${port}/ca/root.pem -o root.pem
openssl x509 -in root.pem -noout -fingerprint -sha256
openssl req -new -newkey rsa:2048 -nodes -keyout device.key -subj /CN=CLIENT_ID -out device.csr
curl -sS --fail-with-body --cacert root.pem -H 'Authorization: Bearer TOKEN' -H 'x-client-id: CLIENT_ID' \\
  -H 'content-type: application/json' https://${host}:${port}/client \\
  -d '{"body":{"type":"MQTT","service-code":"","device-type":"","allowExist":true}}'
# If the request waits at the request desk, this asks again until somebody has approved it there.
until curl -sSf --cacert root.pem -H 'Authorization: Bearer TOKEN' -H 'x-client-id: CLIENT_ID' \\
  -H 'content-type: application/json' https://${host}:${port}/client/certificate \\
  -d "$(jq -n --rawfile csr device.csr '{body:{csr:$csr}}')" | jq -re .response.result.certificatePem > device.pem
do sleep 30; done
`,
  paho: ({ host, port }) => `import ssl
import paho.mqtt.client as mqtt

tls = ssl.create_default_context(cafile="root.pem")
tls.load_cert_chain("device.pem", "device.key")
tls.set_alpn_protocols(["x-amzn-mqtt-ca"])

client = mqtt.Client(client_id="CLIENT_ID", clean_session=False)
client.tls_set_context(tls)
client.on_connect = lambda client, *_: client.subscribe("app/clients/CLIENT_ID/push", qos=1)
client.on_message = lambda client, data, message: print(message.topic, message.payload.decode())
client.connect("${host}", ${port}, keepalive=60)
client.loop_forever()
`,
  aws: ({ host, port, mqttPort }) =>
    asksForMqtt(port, mqttPort) ? awsBuilder(host, mqttPort ?? port) : awsRuntime(host, port),
  mosquitto: ({ host, port }) => `mosquitto_sub -h ${host} -p ${port} --tls-alpn x-amzn-mqtt-ca \\
  --cafile root.pem --cert device.pem --key device.key \\
  -i CLIENT_ID -q 1 -t app/clients/CLIENT_ID/push -v

mosquitto_pub -h ${host} -p ${port} --tls-alpn x-amzn-mqtt-ca \\
  --cafile root.pem --cert device.pem --key device.key \\
  -i CLIENT_ID -q 1 -t app/clients/CLIENT_ID/outbox -m '{"meter":"grid","powerW":1200}'
`,
  homeAssistant: ({ host, mqttPort }) => `Settings, Devices & services, Add integration, MQTT:

Broker: ${host}
Port: ${mqttPort ?? 8883}
Client ID: CLIENT_ID
Use a client certificate: on
  Certificate: device.pem
  Private key: device.key
Broker certificate validation: Custom, root.pem
MQTT protocol: 3.1.1

Rights of CLIENT_ID on its page here:
May read:
homeassistant/#
site/#
May write:
homeassistant/status
`,
}

/** The port on which the SDK asks for MQTT by itself (ALPN). On a port for MQTT alone nobody has to. */
const AWS_PORT = 443
const asksForMqtt = (port: number, mqttPort: number | null) => mqttPort !== null || port === AWS_PORT

function awsBuilder(host: string, port: number): string {
  return `from awsiot import mqtt_connection_builder

connection = mqtt_connection_builder.mtls_from_path(
    endpoint="${host}",
    port=${port},
    cert_filepath="device.pem",
    pri_key_filepath="device.key",
    ca_filepath="root.pem",
    client_id="CLIENT_ID",
    clean_session=False,
    keep_alive_secs=30,
)
connection.connect().result()
`
}

/** What the builder does, with the one thing that it leaves out on any other port. */
function awsRuntime(host: string, port: number): string {
  return `# The SDK's own builder asks for MQTT (ALPN) on port ${AWS_PORT} alone, so this uses what it is built on.
from awscrt import io, mqtt

tls = io.TlsContextOptions.create_client_with_mtls_from_path("device.pem", "device.key")
tls.override_default_trust_store_from_path(None, "root.pem")
tls.alpn_list = ["x-amzn-mqtt-ca"]

connection = mqtt.Connection(
    mqtt.Client(io.ClientBootstrap.get_or_create_static_default(), io.ClientTlsContext(tls)),
    host_name="${host}",
    port=${port},
    client_id="CLIENT_ID",
    clean_session=False,
    keep_alive_secs=30,
)
connection.connect().result()
`
}

/** The settings for a program. */
export function connectText(program: Program, endpoint: Endpoint): string {
  return TEXTS[program](endpoint)
}

/** The endpoint of `https://host:port` and the URL of the port for MQTT alone, if there is one; null for anything else. */
export function endpointOf(url: string | undefined, mqttAlone: string | undefined): Endpoint | null {
  const parsed = url === undefined ? null : URL.parse(url)
  if (parsed?.protocol !== 'https:') return null
  const alone = mqttAlone === undefined ? null : URL.parse(mqttAlone)
  // The port that goes without saying is left out of what was parsed.
  const port = parsed.port === '' ? 443 : Number(parsed.port)
  return { host: parsed.hostname, port, mqttPort: alone ? Number(alone.port) : null }
}
