import type { Right } from '../contract/scopes'
import type { StationCommand, StationCommandName } from './index'

/** Components of 2.x that hold how a station proves itself and where it connects. */
const TRUST_COMPONENTS = new Set(['securityctrlr', 'networkconfiguration'])

/** Variables, and keys of 1.6, that decide about the same by themselves. */
const TRUST_VARIABLES = new Set([
  'networkconfigurationpriority',
  'activenetworkprofile',
  'authorizationkey',
  'securityprofile',
  'cponame',
  'additionalrootcertificatecheck',
])

/** A value that leads a station to a server; makers of 1.6 name the key as they like. */
const ADDRESS = /^\s*wss?:\/\//i

/**
 * Commands that take more, whatever they say. Who gives a station its firmware decides all that it does and believes, and
 * what a maker does with its own messages nobody knows: both are like a message of one's own.
 */
const RIGHTS: Partial<Readonly<Record<StationCommandName, Right>>> = {
  'install-certificate': 'certify',
  'delete-certificate': 'certify',
  'update-firmware': 'admin',
  'publish-firmware': 'admin',
  'data-transfer': 'admin',
}

/** What a command of this name takes beyond being allowed to command; what it says may take more. Null for nothing. */
export function rightOfCommandNamed(name: StationCommandName): Right | null {
  return RIGHTS[name] ?? null
}

/**
 * What a command to a station takes beyond being allowed to command: passwords, profiles and addresses of stations, and
 * whom they believe, are no daily work. Null for all others.
 */
export function rightOfCommand(command: StationCommand): Right | null {
  if (command.name !== 'set-variables') return rightOfCommandNamed(command.name)
  const decides = command.input.variables.some(
    ({ component, variable, value }) =>
      TRUST_COMPONENTS.has(component.toLowerCase()) ||
      TRUST_VARIABLES.has(variable.toLowerCase()) ||
      ADDRESS.test(value),
  )
  return decides ? 'admin' : null
}
