import MuiLink from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import type { Station } from '@shared/contract/stations'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { LiveState } from '../../link/feedHub'
import { feeds } from '../../link/feeds'
import { type FeedEntries, isSameList } from '../../link/liveSource'
import { useSelected } from '../../link/useSelected'
import { callersMeaning } from './misnamed'

/** The callers that wait to join and most likely are this station, under a name that was typed otherwise. */
export function CalledOtherwise({ station }: { readonly station: Station }) {
  const { t } = useTranslation('stations')
  const callersOf = useCallback(
    ({ data }: LiveState<FeedEntries<Station>>) => callersMeaning(station, data?.list ?? []),
    [station],
  )
  return useSelected(feeds.stations, callersOf, isSameList).map(({ id, identity }) => (
    <Typography key={id} sx={{ mb: 2 }}>
      {t('waiting.meant', { identity, meant: station.identity })}{' '}
      <MuiLink component={Link} to={`/stations/${id}`}>
        {identity}
      </MuiLink>
    </Typography>
  ))
}
