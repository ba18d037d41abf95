import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState } from '@renderer/components'
import { values } from '@renderer/link/feeds'
import { useLatest } from '@renderer/link/useFeed'
import { useTranslation } from 'react-i18next'
import { OldChargers } from './OldChargers'
import { PlainPort } from './PlainPort'
import { ReachNames } from './ReachNames'
import { ShownKey } from './ShownKey'

/** How chargers reach this computer: what was found, and what the manager decides. */
export function ReachSettings() {
  const { t } = useTranslation('reach')
  const live = useLatest(values.ports)
  const state = live.data
  return (
    <Box sx={{ maxWidth: 720 }}>
      <Typography variant="h2" sx={{ mb: 2 }}>
        {t('title')}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 4 }}>
        {t('intro')}
      </Typography>
      {live.state === 'failed' && <ErrorState error={live.error} onRetry={live.retry} />}
      {state === undefined ? (
        live.state === 'loading' && <LoadingState rows={4} rowHeight={72} />
      ) : (
        <>
          {/* Saved by somebody else, the field begins anew. */}
          <ReachNames key={state.extra.join()} state={state} />
          <PlainPort plain={state.plain} />
          <OldChargers state={state} />
          <ShownKey keys={state.keys} />
        </>
      )}
    </Box>
  )
}
