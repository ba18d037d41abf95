import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { EmptyState, ErrorState, LoadingState, PageTitle, useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { feeds, useFeed, useOrpc } from '@renderer/link'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ProfileRow, ProfileTable } from './ProfileTable'
import { UpgradeChoice, type Wanted } from './UpgradeChoice'
import { needsPerson } from './upgradeTone'
import { useBeginUpgrade } from './useBeginUpgrade'

/** How every charger proves who it is, and the ways of several to a higher profile, in one view. */
export default function SecurityProfilesPage() {
  const { t } = useTranslation('upgrades')
  const orpc = useOrpc()
  const stations = useFeed(feeds.stations)
  const security = useQuery(orpc.security.list.queryOptions())
  const ways = useQuery(orpc.upgrades.all.queryOptions())
  const failed = [security, ways].find(({ isError }) => isError)
  const wayOf = new Map(ways.data?.map((upgrade) => [upgrade.id, upgrade]))
  const profileOf = new Map(security.data?.map((each) => [each.stationId, each.profile]))
  const rows = stations.entries
    .filter(({ admission }) => admission === 'admitted')
    .map((station): ProfileRow => ({ station, profile: profileOf.get(station.id) ?? 0, way: wayOf.get(station.id) }))
  const isLoading = stations.state === 'loading' || security.data === undefined || ways.data === undefined
  return (
    <>
      <PageTitle title={t('page.title')} />
      <Typography sx={{ color: 'text.secondary', mb: 4, maxWidth: 720 }}>{t('page.hint')}</Typography>
      {stations.state === 'failed' ? (
        <ErrorState error={stations.error} onRetry={stations.retry} />
      ) : failed ? (
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      ) : isLoading ? (
        <LoadingState />
      ) : rows.length === 0 ? (
        <EmptyState title={t('page.none')}>{t('page.noneBody')}</EmptyState>
      ) : (
        <Profiles rows={rows} />
      )}
    </>
  )
}

/** Whether a station can be led to a profile now, as far as the screen knows. */
const canGo = ({ profile, way }: ProfileRow, to: number) => profile < to && (way === undefined || way.endedAt !== null)

function Profiles({ rows }: { readonly rows: readonly ProfileRow[] }) {
  const { t } = useTranslation('upgrades')
  const notice = useNotice()
  const [wanted, setWanted] = useState<Wanted>({ to: 3, network: null })
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set())
  const [left, setLeft] = useState<readonly string[]>([])
  const able = rows.filter((row) => canGo(row, wanted.to))
  const chosen = able.filter(({ station }) => marked.has(station.id))
  const { begin, isPending } = useBeginUpgrade((outcomes) => {
    const count = outcomes.filter(({ kind }) => kind === 'started').length
    const identityOf = new Map(rows.map(({ station }) => [station.id, station.identity]))
    setMarked(new Set())
    setLeft(
      outcomes.flatMap((outcome) =>
        outcome.kind === 'started'
          ? []
          : [t(`refusal.${outcome.why}`, { identity: identityOf.get(outcome.stationId) ?? '' })],
      ),
    )
    if (count > 0) notice({ text: t('page.begun', { count }), severity: 'success' })
  })
  const underWay = rows.filter(({ way }) => way?.endedAt === null)
  const stuck = underWay.filter(({ way }) => way && needsPerson(way))
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 4, mb: 4 }}>
        <UpgradeChoice
          wanted={wanted}
          onChange={setWanted}
          above={0}
          withNetwork={chosen.some(({ station }) => station.protocol !== 'ocpp1.6')}
        />
        <PermittedButton
          call="upgrades.start"
          variant="contained"
          disabled={chosen.length === 0 || isPending}
          onClick={() =>
            begin(
              chosen.map(({ station }) => station.id),
              wanted,
            )
          }
          sx={{ minHeight: 40 }}
        >
          {t('page.begin', { count: chosen.length })}
        </PermittedButton>
        {underWay.length > 0 && (
          <Typography role="status" sx={{ alignSelf: 'center' }}>
            {t('page.underWay', { count: underWay.length })}
            {stuck.length > 0 && ` · ${t('page.stuck', { count: stuck.length })}`}
          </Typography>
        )}
      </Box>
      {left.length > 0 && (
        <Box component="ul" role="alert" sx={{ mt: 0, mb: 4, pl: 5 }}>
          {left.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </Box>
      )}
      <ProfileTable
        rows={rows}
        able={new Set(able.map(({ station }) => station.id))}
        marked={new Set(chosen.map(({ station }) => station.id))}
        onMark={setMarked}
      />
    </>
  )
}
