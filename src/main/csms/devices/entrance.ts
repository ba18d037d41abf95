import type { IncomingMessage, ServerResponse } from 'node:http'
import { stationAnswers as words } from '@shared/words/en/stationAnswers'
import type { createDeviceApp, DeviceAppOptions } from './deviceApp'

/** Paths that are served by the interface of devices. */
export function isDevicePath(url: string | undefined): boolean {
  return /^\/(route|client|push|event|certificates|provisioning-templates|ca|devices)([/?]|$)/.test(url ?? '')
}

/** The interface of devices. It is loaded with the first call: most sites have none, and start sooner without it. */
export function createDeviceEntrance(options: DeviceAppOptions) {
  let loading: Promise<ReturnType<typeof createDeviceApp>> | undefined
  return (request: IncomingMessage, response: ServerResponse): void => {
    loading ??= import('./deviceApp').then(({ createDeviceApp }) => createDeviceApp(options))
    loading
      .then((serve) => serve(request, response))
      .catch((error) => {
        options.log.error({ error }, 'call of a device failed')
        response.writeHead(500, { connection: 'close' }).end(`${words.upgrade.failed}\n`)
      })
  }
}
