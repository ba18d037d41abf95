import { done, type Facts, type Move, type Outgoing, type Step, send, stuck } from '../facts'
import { byAnswer } from '../standing'

const LOOK: Outgoing = {
  kind: 'command',
  command: { name: 'installed-certificates', input: { use: 'central-system-root' } },
}

/** The station has this site's root: it is asked, given it where it has not, and asked again (M03, M05). */
export function root(step: Step, facts: Facts): Move {
  const { command, rootListed, rootPem } = facts
  const look = () => send('look', LOOK)
  const certificate = { use: 'central-system-root' as const, certificate: rootPem }
  const install = (data?: Step['data']) =>
    send('install', { kind: 'command', command: { name: 'install-certificate', input: certificate } }, data)
  switch (step.phase) {
    case 'install':
      // Whoever can not be asked is believed.
      return byAnswer(step, facts, install, {
        taken: () => (step.data.silent === undefined ? send('verify', LOOK) : done()),
      })
    case 'verify':
      return byAnswer(step, facts, () => send('verify', LOOK), {
        taken: () => (rootListed(command?.answer) ? done() : stuck('root-not-listed')),
      })
    default:
      return byAnswer(step, facts, look, {
        taken: () => (rootListed(command?.answer) ? done() : install()),
        refused: () => install({ silent: 'yes' }),
        unsupported: () => install({ silent: 'yes' }),
      })
  }
}
