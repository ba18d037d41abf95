import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { DetailDrawer, useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useFormat } from '@renderer/i18n/useFormat'
import { useClient } from '@renderer/link'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FileChoice } from './FileChoice'
import { FirmwareFields } from './FirmwareFields'
import { type AdditionOutcome, addFirmware } from './fileTransfer'
import { checkDraft, draftOf, type FirmwareProblems } from './firmwareDraft'
import { TransferProgress } from './TransferProgress'

const FORM = 'add-firmware'
const DIGEST = /^[0-9a-f]{64}$/

interface AddFirmwareProps {
  readonly onClose: () => void
  readonly onAdded: (fileId: number) => void
}

/** Adds a firmware: the file, what it is, and what the maker gave along to check it. */
export function AddFirmware({ onClose, onAdded }: AddFirmwareProps) {
  const { t } = useTranslation('files')
  const client = useClient()
  const notice = useNotice()
  const explain = useExplain()
  const format = useFormat()
  const [file, setFile] = useState<File | null>(null)
  const [draft, setDraft] = useState(() => draftOf(null))
  const [expected, setExpected] = useState('')
  const [problems, setProblems] = useState<FirmwareProblems & { file?: true; expected?: true }>({})
  const [done, setDone] = useState(0)
  const stop = useRef<AbortController>(undefined)
  // Leaving the page ends it: what nobody watches any more should not go on.
  useEffect(() => () => stop.current?.abort(), [])

  const add = useMutation({
    mutationFn: (addition: Omit<Parameters<typeof addFirmware>[1], 'signal' | 'onProgress'>) => {
      stop.current = new AbortController()
      setDone(0)
      return addFirmware(client, { ...addition, signal: stop.current.signal, onProgress: setDone })
    },
    onSuccess: (outcome) => {
      if (outcome.kind !== 'stored') return
      notice({ text: t('outcome.added', { name: outcome.file.name }) })
      onAdded(outcome.file.id)
    },
  })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const checked = checkDraft(draft)
    const digest = expected.replace(/[\s:]+/g, '').toLowerCase()
    const found = {
      ...(checked.kind === 'bad' ? checked.problems : {}),
      ...(file === null ? { file: true as const } : {}),
      ...(digest !== '' && !DIGEST.test(digest) ? { expected: true as const } : {}),
    }
    setProblems(found)
    if (Object.keys(found).length > 0 || checked.kind === 'bad' || file === null) return
    add.mutate({ file, texts: checked.texts, expected: digest === '' ? null : digest })
  }
  const sentence = (outcome: AdditionOutcome): string | null => {
    switch (outcome.kind) {
      case 'stored':
      case 'cancelled':
        return null
      case 'too-large':
        return t('outcome.tooLarge', { max: format.size(outcome.maxBytes) })
      case 'no-room':
        return t('outcome.noRoom', { free: format.size(outcome.freeBytes) })
      case 'other-digest':
        return t('outcome.otherDigest', { sha256: outcome.sha256 })
      case 'too-many':
        return t('outcome.tooMany')
      case 'incomplete':
        return t('outcome.incomplete')
      case 'changed':
        return t('outcome.changed')
    }
  }
  const wrong = add.isError ? explain(add.error).sentence : add.data && sentence(add.data)

  return (
    <DetailDrawer
      narrow
      title={t('add')}
      onClose={() => {
        if (!add.isPending) onClose()
      }}
      actions={
        <>
          <PermittedButton call="files.begin" type="submit" form={FORM} variant="contained" loading={add.isPending}>
            {t('form.add')}
          </PermittedButton>
          <Button onClick={() => (add.isPending ? stop.current?.abort() : onClose())}>{t('form.cancel')}</Button>
        </>
      }
    >
      <Box component="form" id={FORM} noValidate onSubmit={submit} sx={{ display: 'grid', gap: 5 }}>
        {wrong && (
          <Alert severity="error" variant="outlined" sx={{ overflowWrap: 'anywhere' }}>
            {wrong}
          </Alert>
        )}
        <FileChoice
          file={file}
          disabled={add.isPending}
          problem={problems.file ? t('problem.noFile') : null}
          onChoose={(chosen) => {
            setFile(chosen)
            setProblems({ ...problems, file: undefined })
            add.reset()
          }}
        />
        {add.isPending && file !== null && (
          <TransferProgress
            words={t('form.progress', { name: file.name, done: format.size(done), size: format.size(file.size) })}
            part={done / file.size}
          />
        )}
        <TextField
          name="expected"
          label={t('form.expected')}
          value={expected}
          onChange={(event) => setExpected(event.target.value)}
          error={problems.expected === true}
          helperText={problems.expected ? t('problem.expected') : t('form.expectedHint')}
          autoComplete="off"
          slotProps={{ htmlInput: { spellCheck: false } }}
        />
        <FirmwareFields draft={draft} problems={problems} onChange={setDraft} />
      </Box>
    </DetailDrawer>
  )
}
