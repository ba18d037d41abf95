import type { Site } from '../site'
import { service } from './implementer'

/** The replacement of the site's authority, and the private key of its root. */
export function rollOverService({ requireSetUp, rollOver, rootKeys }: Site) {
  const { rollOver: of } = service
  return {
    get: of.get.handler(() => {
      requireSetUp()
      return rollOver.state()
    }),
    replaceIssuing: of.replaceIssuing.handler(({ input, context }) => {
      requireSetUp()
      return rollOver.replaceIssuing(context.actor, input.rootKey)
    }),
    prepareRoot: of.prepareRoot.handler(({ input, context }) => {
      requireSetUp()
      return rollOver.prepareRoot(context.actor, input.rootKey)
    }),
    cancelRoot: of.cancelRoot.handler(({ input, context }) => {
      requireSetUp()
      return rollOver.cancelRoot(context.actor, input.evenSo)
    }),
    switchRoot: of.switchRoot.handler(({ input, context }) => {
      requireSetUp()
      return rollOver.switchRoot(context.actor, input.evenSo)
    }),
    retire: of.retire.handler(({ input, context }) => {
      requireSetUp()
      return rollOver.retire(context.actor, input.authorityId, input.evenSo)
    }),
    exportRootKey: of.exportRootKey.handler(({ input, context }) => {
      requireSetUp()
      return rootKeys.exportFile(context.actor, input.passphrase)
    }),
    takeRootKeyAway: of.takeRootKeyAway.handler(({ input, context }) => {
      requireSetUp()
      return rootKeys.takeAway(context.actor, input.rootKey)
    }),
    signRootList: of.signRootList.handler(({ input, context }) => {
      requireSetUp()
      return rootKeys.signList(context.actor, input.rootKey)
    }),
    bringRootKeyBack: of.bringRootKeyBack.handler(({ input, context }) => {
      requireSetUp()
      return rootKeys.bringBack(context.actor, input.rootKey)
    }),
  }
}
