import { networkInterfaces } from 'node:os'
import { type DeviceBroker, type DeviceBrokerDeps, openDeviceBroker } from './deviceBroker'
import { createPortChoices, type PortChoices, type PortChoicesDeps } from './ports/portChoices'
import { keepPortSettings, type PortSettings } from './ports/portSettings'
import { createPorts, type Ports, type PortsOptions } from './ports/ports'
import type { SiteOptions } from './siteOptions'

/** What chargers and devices come in by, and what is chosen about that. */
export interface Doors {
  readonly ports: Ports
  readonly portChoices: PortChoices
  readonly meters: DeviceBroker['meters']
  /** Says goodbye to all who came in and lets nobody else in. */
  close(): Promise<void>
}

export type DoorsDeps = Omit<DeviceBrokerDeps, 'homeAssistant' | 'limits' | 'push'> &
  Pick<PortsOptions, 'limits' | 'clock' | 'log' | 'onFailure'> &
  Pick<PortChoicesDeps, 'access' | 'links' | 'siteName'> & {
    readonly options: SiteOptions
    /** What serves a port, by what is chosen at that moment. */
    readonly createCsms: (settings: () => PortSettings) => ReturnType<PortsOptions['createCsms']>
  }

/** Opens the broker, and makes the ports, which are opened once there is an authority. */
export async function openDoors({ options, limits, createCsms, ...deps }: DoorsDeps): Promise<Doors> {
  const { store, clock, log, onFailure, changes } = deps
  const broker = await openDeviceBroker({
    ...deps,
    homeAssistant: options.homeAssistant ?? false,
    limits: options.brokerLimits,
    push: options.push,
  })
  const settings = keepPortSettings(store.read)
  const ports = createPorts({
    settings: settings.get,
    interfaces: networkInterfaces,
    onChange: () => changes.emit('site', 0),
    bind: options.bind,
    ocppPort: options.ocppPort,
    tlsPort: options.tlsPort,
    tlsOptional: options.tlsOptional ?? false,
    limits,
    serverCertificates: options.serverCertificates,
    clock,
    log,
    onFailure,
    secureRoutes: broker.routes,
    mqtt: options.mqttPort === undefined ? null : { port: options.mqttPort, take: broker.take },
    createCsms: () => createCsms(settings.get),
  })
  return {
    ports,
    portChoices: createPortChoices({ ...deps, ports, settings, publishesAt: options.pkiUrl ?? null }),
    meters: broker.meters,
    async close() {
      // Together: the ports wait for the end of what came by them.
      await Promise.all([ports.close(), broker.close()])
    },
  }
}
