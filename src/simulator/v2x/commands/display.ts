import type * as OCPP21 from 'typed-ocpp/dist/ocpp21/types.js'
import type { CommandPort } from '../../commandPort'
import type { Handlers2x } from './commands'

/** Messages the display has room for (DisplayMessageCtrlr.DisplayMessages). */
const CAPACITY = 10

const RANK: Readonly<Record<OCPP21.MessagePriorityEnumType, number>> = { AlwaysFront: 0, InFront: 1, NormalCycle: 2 }

/** What the display shows (O01–O06). */
export function displayCommands(
  port: CommandPort,
): Handlers2x<'SetDisplayMessage' | 'GetDisplayMessages' | 'ClearDisplayMessage'> {
  const messages = new Map<number, OCPP21.MessageInfoType>()
  const isOver = ({ endDateTime, transactionId }: OCPP21.MessageInfoType) =>
    (endDateTime !== undefined && new Date(endDateTime) <= port.now()) ||
    (transactionId !== undefined && !port.evses().some(({ session }) => session?.transactionId === transactionId))
  const current = () => {
    for (const [id, message] of messages) if (isOver(message)) messages.delete(id)
    return [...messages.values()].sort((one, other) => RANK[one.priority] - RANK[other.priority])
  }
  // O01.FR.06: not before its time.
  const hasBegun = ({ startDateTime }: OCPP21.MessageInfoType) =>
    startDateTime === undefined || new Date(startDateTime) <= port.now()
  const show = () => {
    const shown = current().filter(hasBegun)
    port.emit({ kind: 'display', texts: shown.map(({ message }) => message.content) })
  }

  return {
    SetDisplayMessage: ({ message }) => {
      const { message: content, messageExtra = [], state, transactionId } = message
      // O01.FR.03: this display has neither a browser nor a camera's patience.
      const formats = [content, ...messageExtra].map(({ format }) => format)
      if (!formats.every((format) => format === 'ASCII' || format === 'UTF8')) {
        return { payload: { status: 'NotSupportedMessageFormat' } }
      }
      if (state === 'Discharging') return { payload: { status: 'NotSupportedState' } }
      if (transactionId !== undefined && isOver({ ...message, endDateTime: undefined })) {
        return { payload: { status: 'UnknownTransaction' } }
      }
      current()
      if (!messages.has(message.id) && messages.size >= CAPACITY) {
        return { payload: { status: 'Rejected', statusInfo: { reasonCode: 'OutOfStorage' } } }
      }
      // O01.FR.16: only one message can always be in front.
      if (message.priority === 'AlwaysFront') {
        for (const [id, { priority }] of messages) if (priority === 'AlwaysFront') messages.delete(id)
      }
      messages.set(message.id, message)
      return { payload: { status: 'Accepted' }, afterwards: show }
    },

    GetDisplayMessages: ({ requestId, id, priority, state }) => {
      const [first, ...rest] = current().filter(
        (message) =>
          (id === undefined || id.includes(message.id)) &&
          (priority === undefined || message.priority === priority) &&
          (state === undefined || message.state === state),
      )
      if (!first) return { payload: { status: 'Unknown' } }
      const payload: OCPP21.NotifyDisplayMessagesRequest = { requestId, messageInfo: [first, ...rest], tbc: false }
      return { payload: { status: 'Accepted' }, afterwards: () => void port.tell('NotifyDisplayMessages', payload) }
    },

    ClearDisplayMessage: ({ id }) => {
      const known = messages.delete(id)
      return { payload: { status: known ? 'Accepted' : 'Unknown' }, ...(known ? { afterwards: show } : {}) }
    },
  }
}
