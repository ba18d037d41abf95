import Box from '@mui/material/Box'
import type { Station } from '@shared/contract/stations'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useGrowing } from '../../components/useGrowing'
import type { LiveState } from '../../link/feedHub'
import { feeds } from '../../link/feeds'
import { type FeedEntries, isSameList } from '../../link/liveSource'
import { useSelected } from '../../link/useSelected'
import { StationTile } from './StationTile'

/** From so many stations on the tiles are dense: twelve of them with their pictures fill a screen. */
const DENSE_FROM = 13

/** Every admitted station at its place. */
export const StationTiles = memo(function StationTiles() {
  const { t } = useTranslation('overview')
  const stationIds = useSelected(feeds.stations, admittedIds, isSameList)
  const drawn = useGrowing(stationIds.length)
  const dense = stationIds.length >= DENSE_FROM
  return (
    <Box
      component="section"
      aria-label={t('tiles.title')}
      sx={{
        display: 'grid',
        gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${dense ? 208 : 252}px), 1fr))`,
        gap: dense ? 2 : 4,
        // Where there is room, a tile has it for its picture.
        '@container (min-width: 1080px)': dense ? {} : { gridTemplateColumns: 'repeat(auto-fill, minmax(320px, 1fr))' },
      }}
    >
      {stationIds.slice(0, drawn).map((stationId) => (
        <StationTile key={stationId} stationId={stationId} dense={dense} />
      ))}
    </Box>
  )
})

/** By number and not by state, so that a place on the screen keeps meaning the same charger on the wall. */
function admittedIds({ data }: LiveState<FeedEntries<Station>>): readonly number[] {
  const admitted = data?.list.filter(({ admission }) => admission === 'admitted') ?? []
  return admitted.map(({ id }) => id).sort((one, other) => one - other)
}
