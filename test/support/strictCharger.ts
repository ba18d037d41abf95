import type { Protocol } from '@shared/ocpp/station'
import { createValidator, type IHandlersOption, RPCClient } from 'ocpp-rpc'
import { expect } from 'vitest'
import { OFFICIAL } from './officialSchemas'

export interface ObeyedCall {
  readonly action: string
  readonly payload: Record<string, unknown>
}

/** A charger made of a client that is not ours, which judges every message in both directions by its schemas. */
export interface StrictCharger {
  /** Sends a CALL; the payload of its answer. Rejects for an error, and when either of them breaks its schema. */
  call(action: string, payload: object): Promise<unknown>
  /** Sends a frame as it is. */
  sendRaw(text: string): void
  /** Says how commands of the server are answered, once they were found valid. */
  obey(answer: (call: ObeyedCall) => object): void
  /** Everything that broke a schema or was no frame, on either side. */
  readonly failures: unknown[]
  close(): Promise<void>
}

/**
 * The client looks for the schemas of 2.1 under names that its own set does not have; so it is given the official ones
 * under the names it looks for.
 */
function validator21() {
  const schemas = Object.entries(OFFICIAL['2.1']).map(([name, schema]) => {
    const { definitions = {}, ...rest } = schema as { readonly definitions?: Readonly<Record<string, object>> }
    const id = name.replace(/Request$/, '.req').replace(/Response$/, '.conf')
    return { ...rest, $id: `urn:${id}`, definitions: Object.fromEntries(Object.entries(definitions).map(quiet)) }
  })
  return createValidator('ocpp2.1', schemas)
}

/** Without what the official sets say of fields of an enumeration, which has none: its validator would warn of it. */
function quiet([name, definition]: [string, object]): [string, object] {
  const { additionalProperties, ...rest } = definition as { readonly additionalProperties?: boolean }
  return [name, 'enum' in rest ? rest : definition]
}

/** Connects; the station has to be known to the site. */
export async function connectStrict(endpoint: string, identity: string, protocol: Protocol): Promise<StrictCharger> {
  const client = new RPCClient({
    endpoint,
    identity,
    protocols: [protocol],
    strictMode: true,
    strictModeValidators: protocol === 'ocpp2.1' ? [validator21()] : [],
    reconnect: false,
    // Its declaration asks for every option; its documentation for these.
  } as unknown as ConstructorParameters<typeof RPCClient>[0])
  const failures: unknown[] = []
  for (const event of ['strictValidationFailure', 'badMessage', 'socketError']) {
    client.on(event, (failure: unknown) => failures.push(failure))
  }
  await client.connect()
  expect(client.protocol).toBe(protocol)
  return {
    call: (action, payload) => client.call(action, payload),
    sendRaw: (text) => client.sendRaw(text),
    obey(answer) {
      const handler = async ({ method = '', params = {} }: IHandlersOption) =>
        answer({ action: method, payload: params })
      client.handle(handler as never, undefined as never)
    },
    failures,
    close: async () => void (await client.close({ force: true })),
  }
}
