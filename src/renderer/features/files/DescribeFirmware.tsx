import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import { useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import type { StoredFile } from '@shared/contract/files'
import { showUnprintable } from '@shared/printable'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FirmwareFields } from './FirmwareFields'
import { checkDraft, draftOf, type FirmwareDraft, type FirmwareProblems } from './firmwareDraft'

/** The description of a firmware, to be changed in place. */
export function DescribeFirmware({ file }: { readonly file: StoredFile }) {
  const { t } = useTranslation('files')
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  // Null while nothing was typed: until then the form follows the file, whoever changes it.
  const [typed, setTyped] = useState<FirmwareDraft | null>(null)
  const [problems, setProblems] = useState<FirmwareProblems>({})
  const save = useMutation(
    orpc.files.describe.mutationOptions({
      onSuccess: ({ file: saved }) => {
        queries.setQueryData(orpc.files.get.queryKey({ input: { fileId: file.id } }), saved)
        void queries.invalidateQueries({ queryKey: orpc.files.find.key() })
        setTyped(null)
        notice({ text: t('form.saved', { name: showUnprintable(saved.name) }) })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const checked = checkDraft(typed ?? draftOf(file))
    if (checked.kind === 'bad') return setProblems(checked.problems)
    save.mutate({ fileId: file.id, ...checked.texts })
  }
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 5, mt: 3 }}>
      {save.isError && (
        <Alert severity="error" variant="outlined">
          {explain(save.error).sentence}
        </Alert>
      )}
      <FirmwareFields
        draft={typed ?? draftOf(file)}
        problems={problems}
        onChange={(next) => {
          setTyped(next)
          setProblems({})
        }}
      />
      <Box>
        <PermittedButton
          call="files.describe"
          type="submit"
          variant="outlined"
          disabled={typed === null}
          loading={save.isPending}
        >
          {t('form.save')}
        </PermittedButton>
      </Box>
    </Box>
  )
}
