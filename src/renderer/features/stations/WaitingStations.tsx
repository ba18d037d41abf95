import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import type { Station } from '@shared/contract/stations'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { StatusShape } from '../../components/StatusShape'
import { TimeSentence } from '../../components/TimeSentence'
import type { LiveState } from '../../link/feedHub'
import { feeds } from '../../link/feeds'
import type { FeedEntries } from '../../link/liveSource'
import { isSameList } from '../../link/liveSource'
import { useSelected } from '../../link/useSelected'
import { AdmissionButtons } from './AdmissionButtons'
import { stationMeantBy } from './misnamed'
import { filterStations } from './stationFilter'
import { useStationFacts } from './useStationFacts'

const NONE: readonly Station[] = []

/** The stations that want to join, each with what it has told about itself and the decision. */
export function WaitingStations() {
  const { t, i18n } = useTranslation('stations')
  const facts = useStationFacts()
  const waitingOf = useCallback(
    ({ data }: LiveState<FeedEntries<Station>>) =>
      filterStations(data?.list ?? NONE, { search: '', admission: 'waiting' }, i18n.language),
    [i18n.language],
  )
  const stations = useSelected(feeds.stations, waitingOf, isSameList)
  if (stations.length === 0) return null
  return (
    <Paper variant="outlined" component="section" aria-labelledby="waiting" sx={{ borderRadius: 1.5, mb: 4 }}>
      <Typography variant="h2" id="waiting" sx={{ paddingInline: 5, paddingTop: 4, paddingBottom: 2 }}>
        {t('waiting.title')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, paddingBottom: 2 }}>
        {stations.map((station) => (
          <Box
            key={station.id}
            component="li"
            sx={{ display: 'flex', alignItems: 'center', gap: 3, paddingInline: 5, paddingBlock: 2 }}
          >
            <Box sx={{ color: 'status.attention' }}>
              <StatusShape shape="hourglass" />
            </Box>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography sx={{ overflowWrap: 'anywhere' }}>
                <MuiLink component={Link} to={`/stations/${station.id}`} color="inherit" underline="hover">
                  {t('waiting.wantsToJoin', { identity: station.identity, facts: facts(station) })}
                </MuiLink>
              </Typography>
              {station.firstSeenAt !== null && (
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  <TimeSentence at={station.firstSeenAt} words={(when) => t('waiting.firstSeen', { when })} />
                </Typography>
              )}
              <Meant caller={station} />
            </Box>
            <Box sx={{ display: 'flex', gap: 2, flex: 'none' }}>
              <AdmissionButtons station={station} size="small" />
            </Box>
          </Box>
        ))}
      </Box>
    </Paper>
  )
}

/** Which station of the site it most likely is, under a name that was typed otherwise. */
function Meant({ caller }: { readonly caller: Station }) {
  const { t } = useTranslation('stations')
  const meantOf = useCallback(
    ({ data }: LiveState<FeedEntries<Station>>) => stationMeantBy(caller, data?.list ?? [])?.identity,
    [caller],
  )
  const meant = useSelected(feeds.stations, meantOf)
  if (meant === undefined) return null
  return <Typography variant="body2">{t('waiting.meant', { identity: caller.identity, meant })}</Typography>
}
