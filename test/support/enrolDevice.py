"""A device as its maker would write it: enrols with a key of its own, connects, hears a push, and publishes.

It takes one JSON object as its argument and prints one JSON object a line: what it was given, and what it heard.
"""

import atexit
import base64
import json
import shutil
import ssl
import sys
import tempfile
import uuid

import paho.mqtt.client as mqtt
import requests
from OpenSSL import crypto

settings = json.loads(sys.argv[1])
origin, token, client_id = settings["origin"], settings["token"], settings["clientId"]
folder = tempfile.mkdtemp()
atexit.register(shutil.rmtree, folder)


def tell(what, **facts):
    print(json.dumps({"what": what, **facts}), flush=True)


def write(name, text):
    path = f"{folder}/{name}"
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


# Not verified: this is how the root is got that everything else is verified with.
requests.packages.urllib3.disable_warnings()
root = write("root.pem", requests.get(f"{origin}/ca/root.pem", verify=False, timeout=10).text)


def call(method, path, body=None):
    message_id = base64.urlsafe_b64encode(uuid.uuid4().bytes)[:-2].decode()
    headers = {
        "Authorization": f"Bearer {token}",
        "x-country": "DE",
        "x-message-id": message_id,
        "x-client-id": client_id,
        "x-api-key": "any",
        "x-service-phase": "OP",
    }
    answer = requests.request(method, f"{origin}/{path}", json=body, headers=headers, verify=root, timeout=10)
    return answer.status_code, answer.json()


route = call("GET", "route")[1]["response"]
tell("route", **route)
CLIENT = {"type": "MQTT", "service-code": "SVC202", "device-type": "607", "allowExist": True}
tell("registered", status=call("POST", "client", CLIENT)[0])

key = crypto.PKey()
key.generate_key(crypto.TYPE_RSA, 2048)
request = crypto.X509Req()
request.get_subject().CN = "lg_thinq"
request.set_pubkey(key)
request.sign(key, "sha512")
pem = crypto.dump_certificate_request(crypto.FILETYPE_PEM, request).decode()
bare = "".join(line for line in pem.splitlines() if not line.startswith("-----"))
status, answer = call("POST", "client/certificate", {"service-code": "SVC202", "csr": bare})
result = answer["response"]["result"]
certificate = crypto.load_certificate(crypto.FILETYPE_PEM, result["certificatePem"])
tell("certified", status=status, cn=certificate.get_subject().CN, **{k: result[k] for k in ("subscriptions", "publications")})

store = crypto.X509Store()
store.add_cert(crypto.load_certificate(crypto.FILETYPE_PEM, open(root, encoding="utf-8").read()))
chain = [crypto.load_certificate(crypto.FILETYPE_PEM, block + "-----END CERTIFICATE-----\n")
         for block in result["certificatePem"].split("-----END CERTIFICATE-----\n")[1:-1]]
crypto.X509StoreContext(store, certificate, chain).verify_certificate()
tell("verified")

tls = ssl.create_default_context(cafile=root)
tls.load_cert_chain(
    write("device.pem", result["certificatePem"]),
    write("device.key", crypto.dump_privatekey(crypto.FILETYPE_PEM, key).decode()),
)
tls.set_alpn_protocols(["x-amzn-mqtt-ca"])
host, port = route["mqttServer"].replace("mqtts://", "").split(":")
# Of version 2 of the library the old way of calling back is asked for by name.
version = [mqtt.CallbackAPIVersion.VERSION1] if hasattr(mqtt, "CallbackAPIVersion") else []
client = mqtt.Client(*version, client_id=client_id, clean_session=False)
client.tls_set_context(tls)


def on_connect(_client, _data, _flags, code):
    tell("connected", code=code)
    client.subscribe([(topic, 1) for topic in result["subscriptions"]])


def on_subscribe(*_):
    tell("push", status=call("POST", f"push/{settings['station']}/subscribe")[0])
    client.publish(result["publications"][0], json.dumps({"power": 1200}), qos=1)


def on_message(_client, _data, message):
    tell("heard", topic=message.topic, payload=message.payload.decode())
    client.disconnect()


client.on_connect, client.on_subscribe, client.on_message = on_connect, on_subscribe, on_message
client.connect(host, int(port), keepalive=6)
client.loop_forever()
tell("unregistered", status=call("DELETE", "client", CLIENT)[0])
