import type { Site } from '../site'
import { service } from './implementer'

/** Cards from a table. */
export function cardImportService(site: Site) {
  const { cardImports } = site
  return {
    begin: service.cardImport.begin.handler(({ input }) => {
      site.requireSetUp()
      return cardImports.begin(input.name)
    }),
    append: service.cardImport.append.handler(({ input }) => ({
      characters: cardImports.append(input.importId, input.text),
    })),
    read: service.cardImport.read.handler(({ input }) => cardImports.read(input.importId, input.delimiter)),
    run: service.cardImport.run.handler(({ input: { importId, ...choice }, context, signal }) =>
      cardImports.run(context.actor, importId, choice, signal),
    ),
    drop: service.cardImport.drop.handler(({ input }) => ({
      kind: cardImports.drop(input.importId) ? 'dropped' : 'already-gone',
    })),
  }
}
