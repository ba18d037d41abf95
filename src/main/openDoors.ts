import { networkInterfaces } from 'node:os'
import { type DeviceBroker, type DeviceBrokerDeps, openDeviceBroker } from './deviceBroker'
import { createPorts, type Ports, type PortsOptions } from './ports/ports'
import type { SiteOptions } from './siteOptions'

/** What chargers and devices come in by. */
export interface Doors {
  readonly ports: Ports
  readonly meters: DeviceBroker['meters']
  /** Says goodbye to all who came in and lets nobody else in. */
  close(): Promise<void>
}

export type DoorsDeps = Omit<DeviceBrokerDeps, 'homeAssistant' | 'limits' | 'push'> &
  Pick<PortsOptions, 'settings' | 'limits' | 'clock' | 'log' | 'onFailure' | 'createCsms'> & {
    readonly options: SiteOptions
  }

/** Opens the broker, and makes the ports, which are opened once there is an authority. */
export async function openDoors({ options, settings, limits, createCsms, ...deps }: DoorsDeps): Promise<Doors> {
  const { clock, log, onFailure, changes } = deps
  const broker = await openDeviceBroker({
    ...deps,
    homeAssistant: options.homeAssistant ?? false,
    limits: options.brokerLimits,
    push: options.push,
  })
  const ports = createPorts({
    settings,
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
    createCsms,
  })
  return {
    ports,
    meters: broker.meters,
    async close() {
      // Together: the ports wait for the end of what came by them.
      await Promise.all([ports.close(), broker.close()])
    },
  }
}
