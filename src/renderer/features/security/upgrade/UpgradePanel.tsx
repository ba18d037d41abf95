import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState, TimeSentence, useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useOrpc } from '@renderer/link'
import type { Station } from '@shared/contract/stations'
import type { Upgrade } from '@shared/contract/upgrades'
import type { SecurityProfile } from '@shared/ocpp/securityProfile'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Panel } from '../../stations/page/Panel'
import { UpgradeChoice, type Wanted } from './UpgradeChoice'
import { UpgradeSteps } from './UpgradeSteps'
import { stepNow } from './upgradeTone'
import { useBeginUpgrade } from './useBeginUpgrade'
import { useUpgradeActions } from './useUpgradeActions'

interface UpgradePanelProps {
  readonly station: Station
  /** The profile that it is held to. */
  readonly profile: SecurityProfile
}

/** A station's way to a higher profile: begun here, followed here, taken back here. */
export function UpgradePanel({ station, profile }: UpgradePanelProps) {
  const { t } = useTranslation('upgrades')
  const orpc = useOrpc()
  const { data, error, isError, refetch } = useQuery(
    orpc.upgrades.get.queryOptions({ input: { stationId: station.id } }),
  )
  const aside = (
    <Button component={Link} to="/security-profiles" size="small">
      {t('action.several')}
    </Button>
  )
  return (
    <Panel title={t('title')} aside={aside}>
      {isError ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingState rows={2} />
      ) : (
        <>
          {data !== null && <UnderWay upgrade={data} />}
          {(data === null || data.endedAt !== null) &&
            (profile < 3 ? (
              <Begin key={profile} station={station} profile={profile} />
            ) : (
              <Typography sx={{ color: 'text.secondary' }}>{t('most')}</Typography>
            ))}
        </>
      )}
    </Panel>
  )
}

function UnderWay({ upgrade }: { readonly upgrade: Upgrade }) {
  const { t } = useTranslation('upgrades')
  const { say, isPending } = useUpgradeActions(upgrade.id)
  const { can, coming, endedAt, from, profile, state, to } = upgrade
  return (
    <Box sx={{ mb: 4 }}>
      <Typography role="status" sx={{ fontWeight: 600 }}>
        <TimeSentence
          at={endedAt ?? upgrade.startedAt}
          words={(when) => t(`state.${state}`, { from, to, profile, when })}
        />
      </Typography>
      {endedAt === null && (
        <>
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 3 }}>
            {coming === null ? t('letIn.one', { profile }) : t('letIn.both', { profile, coming })}
          </Typography>
          <UpgradeSteps upgrade={upgrade} />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
            {can.retry && (
              <PermittedButton
                call="upgrades.retry"
                variant="contained"
                disabled={isPending}
                onClick={() => say('retry')}
              >
                {t('action.retry')}
              </PermittedButton>
            )}
            {can.doneByHand && (
              <PermittedButton
                call="upgrades.doneByHand"
                variant="outlined"
                disabled={isPending}
                onClick={() => say('doneByHand')}
              >
                {t(stepNow(upgrade)?.step === 'tls-port' ? 'action.reachable' : 'action.doneByHand')}
              </PermittedButton>
            )}
            {can.rollBack && (
              <PermittedButton
                call="upgrades.rollBack"
                variant="outlined"
                disabled={isPending}
                onClick={() => say('rollBack')}
              >
                {t('action.rollBack')}
              </PermittedButton>
            )}
          </Box>
        </>
      )}
    </Box>
  )
}

function Begin({ station, profile }: UpgradePanelProps) {
  const { t } = useTranslation('upgrades')
  const notice = useNotice()
  const { id: stationId, identity, protocol } = station
  const [wanted, setWanted] = useState<Wanted>({ to: 3, network: null })
  const { begin, isPending } = useBeginUpgrade(([outcome]) => {
    if (outcome?.kind === 'not-started')
      notice({ text: t(`refusal.${outcome.why}`, { identity }), severity: 'warning' })
    else notice({ text: t('started', { identity, profile: wanted.to }), severity: 'success' })
  })
  const isFirst = protocol === 'ocpp1.6'
  const legs = wanted.to === 3 && profile < 2 ? 2 : 1
  return (
    <>
      <Typography sx={{ color: 'text.secondary', mb: 4, maxWidth: 720 }}>{t('hint')}</Typography>
      <UpgradeChoice wanted={wanted} onChange={setWanted} above={profile} withNetwork={!isFirst && protocol !== null} />
      <Typography sx={{ mt: 3 }}>{t(isFirst ? 'reconnects' : 'restarts', { count: legs })}</Typography>
      {wanted.to === 3 && <Typography>{t('needsApproval')}</Typography>}
      <PermittedButton
        call="upgrades.start"
        variant="contained"
        disabled={isPending}
        onClick={() => begin([stationId], wanted)}
        sx={{ mt: 3 }}
      >
        {t('begin', { profile: wanted.to })}
      </PermittedButton>
    </>
  )
}
