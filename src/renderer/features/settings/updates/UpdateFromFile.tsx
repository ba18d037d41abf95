import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Section } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useTell } from '@renderer/i18n/useTell'
import { useClient } from '@renderer/link'
import type { UpdateState } from '@shared/contract/updates'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { takeUpdate, type UpdateFiles, updateFiles } from './takeUpdate'
import { UpdateTransfer } from './UpdateTransfer'

/** A version that somebody brings: two files of this computer, checked as soon as they are chosen. */
export function UpdateFromFile({ state }: { readonly state: UpdateState }) {
  const { t } = useTranslation('updates')
  const client = useClient()
  const tell = useTell()
  const explain = useExplain()
  const input = useRef<HTMLInputElement>(null)
  const [isPair, setIsPair] = useState(true)
  const stop = useRef<AbortController>(undefined)
  // Leaving the page ends it: what nobody watches any more should not go on.
  useEffect(() => () => stop.current?.abort(), [])
  const take = useMutation({
    mutationFn: (files: UpdateFiles) => {
      stop.current = new AbortController()
      return takeUpdate(client, files, stop.current.signal)
    },
  })
  const choose = (chosen: readonly File[]) => {
    if (chosen.length === 0) return
    const files = updateFiles(chosen)
    setIsPair(files !== null)
    take.reset()
    if (files !== null) take.mutate(files)
  }
  const name = state.signedName
  const wrong = () => {
    if (!isPair) return t('file.both', { name })
    if (take.isError) return explain(take.error).sentence
    switch (take.data?.kind) {
      case 'refused':
        return tell(take.data.reason)
      case 'broken':
        return t('file.broken')
      default:
        return null
    }
  }
  const problem = wrong()
  const { transfer } = state
  const isBusy = take.isPending || state.installing || transfer?.from === 'feed'
  return (
    <Section title={t('file.title')}>
      <Box sx={{ display: 'grid', gap: 3 }}>
        <Typography color="textSecondary">{t('file.text', { name })}</Typography>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            choose([...(event.target.files ?? [])])
            // So that the same files can be chosen again after they were copied anew.
            event.target.value = ''
          }}
        />
        {transfer?.from === 'console' && (
          <UpdateTransfer transfer={transfer} onCancel={take.isPending ? () => stop.current?.abort() : undefined} />
        )}
        {problem !== null && (
          <Alert severity="error" variant="outlined" sx={{ overflowWrap: 'anywhere' }}>
            {problem}
          </Alert>
        )}
        {take.data?.kind === 'cancelled' && (
          <Alert severity="info" variant="outlined">
            {t('transfer.cancelled')}
          </Alert>
        )}
        <Box>
          <PermittedButton
            call="updates.begin"
            variant="outlined"
            loading={take.isPending}
            disabled={isBusy}
            onClick={() => input.current?.click()}
          >
            {t('file.choose')}
          </PermittedButton>
        </Box>
      </Box>
    </Section>
  )
}
