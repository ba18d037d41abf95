import { COMMANDS, STATION_COMMAND_NAMES } from '@shared/commands'
import { rightOfCommand } from '@shared/commands/trust'
import type { Site } from '../site'
import { keyedFeed } from './feeds'
import { guardNeeds } from './guard'
import { service } from './implementer'

/** What stations are told, and what they make of it. */
export function commandsService({ commands, changes }: Site) {
  return {
    catalogue: service.commands.catalogue.handler(({ input }) => {
      const dialect = commands.dialect(input.stationId)
      if (!dialect) return { protocol: null, commands: [], actions: [] }
      const carried = STATION_COMMAND_NAMES.map((name) => ({ name, actions: [...dialect.carriers(name)] }))
      return {
        protocol: dialect.protocol,
        commands: carried
          .filter(({ actions }) => actions.length > 0)
          .map(({ name, actions }) => {
            const { group, disruptive, canWait } = COMMANDS[name]
            return { name, group, disruptive, canWait, actions }
          }),
        actions: [...dialect.outgoing.values()].map(({ action, note, disruptive, canWait }) => ({
          action,
          note,
          disruptive,
          canWait,
        })),
      }
    }),
    form: service.commands.form.handler(({ input }) => {
      const dialect = commands.dialect(input.stationId)
      if (!dialect) return { kind: 'not-possible', reason: 'never-connected' }
      if (!dialect.outgoing.has(input.action)) return { kind: 'not-possible', reason: 'not-in-version' }
      return { kind: 'form', schema: dialect.schema(input.action) }
    }),
    send: service.commands.send.handler(({ input, context }) => {
      const right = rightOfCommand(input.command)
      if (right !== null) guardNeeds(context, { right, peopleOnly: false })
      return commands.send(context.actor, input.stationId, input.command, input.waitUntil)
    }),
    sendAction: service.commands.sendAction.handler(({ input, context }) =>
      commands.sendAction(context.actor, input.stationId, input.action, input.payload, input.waitUntil),
    ),
    cancel: service.commands.cancel.handler(({ input, context }) => commands.cancel(context.actor, input.commandId)),
    find: service.commands.find.handler(({ input }) =>
      commands.find({
        stationId: input.stationId ?? null,
        state: input.state ?? null,
        before: input.before ?? null,
        limit: input.limit,
      }),
    ),
    get: service.commands.get.handler(({ input }) => commands.get(input.commandId)),
    watchOpen: service.commands.watchOpen.handler(({ signal }) =>
      keyedFeed(
        {
          snapshot: commands.open,
          entry(id) {
            const command = commands.view(id)
            return command && isOpen(command) ? command : undefined
          },
          listen: (changed) => changes.on('command', changed),
        },
        signal,
      ),
    ),
  }
}

function isOpen({ state, outcome }: { readonly state: string; readonly outcome: string | null }): boolean {
  return state === 'waiting' || state === 'sent' || outcome === 'running'
}
