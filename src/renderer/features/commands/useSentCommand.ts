import { useOrpc } from '@renderer/link'
import type { StationCommand } from '@shared/commands'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

/**
 * One command on its way: sends it and follows what becomes of it. A second one takes the place of the first, whose way
 * stays in the list of commands.
 */
export function useSentCommand(stationId: number) {
  const orpc = useOrpc()
  const [commandId, setCommandId] = useState<number | null>(null)
  const sending = useMutation(
    orpc.commands.send.mutationOptions({
      onSuccess: (outcome) => setCommandId('command' in outcome ? outcome.command.id : null),
    }),
  )
  const followed = useQuery(
    orpc.commands.get.queryOptions({ input: { commandId: commandId ?? 1 }, enabled: commandId !== null }),
  )
  const outcome = sending.data
  const first = outcome !== undefined && 'command' in outcome ? outcome.command : null
  const newest = followed.data !== undefined && followed.data.command.id === first?.id ? followed.data.command : first
  return {
    send: (command: StationCommand) => sending.mutate({ stationId, command, waitUntil: null }),
    /** Nothing is known of it yet but that it was sent. */
    isSending: sending.isPending,
    /** What became of the sending itself; undefined before. */
    outcome,
    /** The call could not be made at all. */
    error: sending.error,
    /** The command as it stands now; null when there is none. */
    command: newest,
    forget() {
      sending.reset()
      setCommandId(null)
    },
  }
}
