import MuiLink from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import type { Station } from '@shared/contract/stations'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { feeds } from '../../link/feeds'
import { useFeed } from '../../link/useFeed'
import { callersMeaning } from './misnamed'

/** The callers that wait to join and most likely are this station, under a name that was typed otherwise. */
export function CalledOtherwise({ station }: { readonly station: Station }) {
  const { t } = useTranslation('stations')
  const { entries } = useFeed(feeds.stations)
  return callersMeaning(station, entries).map(({ id, identity }) => (
    <Typography key={id} sx={{ mb: 2 }}>
      {t('waiting.meant', { identity, meant: station.identity })}{' '}
      <MuiLink component={Link} to={`/stations/${id}`}>
        {identity}
      </MuiLink>
    </Typography>
  ))
}
