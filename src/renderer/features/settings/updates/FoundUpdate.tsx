import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import { Section, useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useTell } from '@renderer/i18n/useTell'
import { useClient, useOrpc } from '@renderer/link'
import type { Release, UpdateState } from '@shared/contract/updates'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ReleaseNotes } from './ReleaseNotes'
import { UpdateTransfer } from './UpdateTransfer'

/** A newer version that the feed has: fetched only when somebody wants it. */
export function FoundUpdate({ found, state }: { readonly found: Release; readonly state: UpdateState }) {
  const { t } = useTranslation('updates')
  const client = useClient()
  const notice = useNotice()
  const tell = useTell()
  const explain = useExplain()
  const fetch = useMutation(
    useOrpc().updates.fetch.mutationOptions({
      onSuccess: (outcome) => {
        if (outcome.kind === 'cancelled') notice({ text: t('transfer.cancelled') })
      },
    }),
  )
  const cancel = useMutation({
    mutationFn: () => client.updates.cancelFetch(),
    onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
  })
  const { version } = found
  const { transfer } = state
  const problem = fetch.isError
    ? explain(fetch.error).sentence
    : fetch.data?.kind === 'refused'
      ? tell(fetch.data.reason)
      : null
  return (
    <Section title={t('found.title', { version })}>
      <Box sx={{ display: 'grid', gap: 3 }}>
        <ReleaseNotes release={found} />
        {problem !== null && (
          <Alert severity="error" variant="outlined" sx={{ overflowWrap: 'anywhere' }}>
            {problem}
          </Alert>
        )}
        {transfer?.from === 'feed' ? (
          <UpdateTransfer transfer={transfer} onCancel={() => cancel.mutate()} />
        ) : (
          <Box>
            <PermittedButton
              call="updates.fetch"
              variant="contained"
              loading={fetch.isPending}
              disabled={state.installing || transfer !== null}
              onClick={() => fetch.mutate(undefined)}
            >
              {t('found.fetch', { version })}
            </PermittedButton>
          </Box>
        )}
      </Box>
    </Section>
  )
}
