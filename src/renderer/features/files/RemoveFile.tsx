import { useNotice } from '@renderer/components'
import { AskFirst } from '@renderer/components/AskFirst'
import { useNow } from '@renderer/components/useNow'
import { useOrpc } from '@renderer/link'
import type { StoredFile } from '@shared/contract/files'
import { showUnprintable } from '@shared/printable'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

interface RemoveFileProps {
  readonly file: StoredFile
  readonly onKeep: () => void
  readonly onGone: () => void
}

/** Asks before a file is removed, and names what that hits: it can not be undone. */
export function RemoveFile({ file, onKeep, onGone }: RemoveFileProps) {
  const { t } = useTranslation('files')
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const now = useNow()
  const name = showUnprintable(file.name)
  const isFirmware = file.kind === 'firmware'
  const holders = file.handedOut.filter(({ expiresAt }) => expiresAt > now)
  const remove = useMutation(
    orpc.files.remove.mutationOptions({
      onSuccess: ({ kind }) => {
        notice({ text: t(kind === 'removed' ? 'remove.done' : 'remove.gone', { name }) })
        onGone()
        queries.removeQueries({ queryKey: orpc.files.get.queryKey({ input: { fileId: file.id } }) })
        void queries.invalidateQueries({ queryKey: orpc.files.find.key() })
      },
    }),
  )
  const stations = holders.map(({ stationIdentity }) => showUnprintable(stationIdentity)).join(', ')
  return (
    <AskFirst
      call="files.remove"
      confirm={t(isFirmware ? 'remove.firmware' : 'remove.log')}
      keep={t('remove.keep')}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate({ fileId: file.id })}
      onKeep={onKeep}
    >
      {isFirmware ? t('remove.askFirmware', { name, stations, count: holders.length }) : t('remove.askLog', { name })}
    </AskFirst>
  )
}
