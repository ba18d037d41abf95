import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState, Section } from '@renderer/components'
import { Permitted } from '@renderer/components/Permitted'
import { values } from '@renderer/link/feeds'
import { useLatest } from '@renderer/link/useFeed'
import type { UpdateState } from '@shared/contract/updates'
import { useTranslation } from 'react-i18next'
import { FoundUpdate } from './FoundUpdate'
import { ReadyUpdate } from './ReadyUpdate'
import { UpdateFeed } from './UpdateFeed'
import { UpdateFromFile } from './UpdateFromFile'

/** Which version runs, what lies ready or was found, and where the next one comes from. */
export function UpdateSettings() {
  const { t } = useTranslation('updates')
  const live = useLatest(values.updates)
  const state = live.data
  return (
    <Section top title={t('title')}>
      <Box sx={{ display: 'grid', gap: 4, maxWidth: 720 }}>
        {live.state === 'failed' && <ErrorState error={live.error} onRetry={live.retry} />}
        {state === undefined ? live.state === 'loading' && <LoadingState rows={3} /> : <Shown state={state} />}
      </Box>
    </Section>
  )
}

function Shown({ state }: { readonly state: UpdateState }) {
  const { t } = useTranslation('updates')
  const { version, keys, ready, found } = state
  if (keys.length === 0) {
    return (
      <>
        <Typography>{t('version', { version })}</Typography>
        <Alert severity="info" variant="outlined">
          {t('noKey')}
        </Alert>
      </>
    )
  }
  return (
    <>
      <Box>
        <Typography>{t('version', { version })}</Typography>
        <Typography color="textSecondary">{t('intro')}</Typography>
        <Box component="ul" sx={{ my: 1, pl: 6, color: 'text.secondary' }}>
          {keys.map(({ id, name }) => (
            <li key={id}>
              {name} · <Typography variant="mono">{id}</Typography>
            </li>
          ))}
        </Box>
      </Box>
      <Permitted call="updates.install" leaveOut>
        {ready !== null && <ReadyUpdate key={ready.version} ready={ready} state={state} />}
        {found !== null && <FoundUpdate found={found} state={state} />}
        <UpdateFromFile state={state} />
        <UpdateFeed key={`${state.feed.isOn} ${state.feed.address}`} state={state} />
      </Permitted>
    </>
  )
}
