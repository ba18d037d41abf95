import { hostname, networkInterfaces } from 'node:os'
import type { Logger } from 'pino'
import type { ApiPlace, OpenApi } from '../../automation/automation'
import { SERVER_CERTIFICATE_LIMITS } from '../../ca/server/renewal'
import { serverNames } from '../../ca/server/serverNames'
import { createSiteCertificates } from '../../ca/server/siteCertificates'
import { withExtraNames } from '../../ports/extraName'
import type { Site } from '../../site'
import type { SiteRouter } from '../../siteRouter'
import { openApiHost } from './apiHost'

/** What opens the port for scripts of a site. */
export function scriptsOpener(deps: {
  readonly site: Pick<Site, 'automation' | 'authority' | 'state' | 'portChoices'>
  readonly router: SiteRouter
  readonly version: string
  readonly log: Pick<Logger, 'error'>
}): (place: ApiPlace) => Promise<OpenApi> {
  const { site, router, version, log } = deps
  return (place) =>
    openApiHost({
      place,
      router,
      automation: site.automation,
      certificates: (bind) =>
        createSiteCertificates({
          authority: site.authority,
          organisation: site.state().organisation,
          names: () =>
            withExtraNames(serverNames(bind, networkInterfaces(), hostname()), site.portChoices.state().extra),
          clock: Date.now,
          limits: SERVER_CERTIFICATE_LIMITS,
          onFailure: (error) => log.error({ error }, 'background work failed'),
        }),
      version,
      log,
    })
}
