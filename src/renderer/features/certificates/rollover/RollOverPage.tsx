import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState, PageTitle } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useOrpc } from '@renderer/link'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { Panel } from '../../stations/page/Panel'
import { AuthorityDrawer } from '../chain/AuthorityDrawer'
import { TrustPicture } from '../chain/TrustPicture'
import { Confirm } from './Confirm'
import { IssuingPanel } from './IssuingPanel'
import { RollOverStations } from './RollOverStations'
import { RootKeyPanel } from './RootKeyPanel'
import { RootSteps } from './RootSteps'
import { type Asked, useRollOver } from './useRollOver'
import { WouldLose } from './WouldLose'

/** Where root and issuing CA are replaced, step by step, and the root's private key is taken away; at /certificates/authority/<number>. */
export default function RollOverPage() {
  const { t } = useTranslation(['rollOver', 'certificates', 'common'])
  const found = useQuery(useOrpc().rollOver.get.queryOptions())
  const rollOver = useRollOver()
  const { losing } = rollOver
  const [asked, setAsked] = useState<Asked | null>(null)
  const navigate = useNavigate()
  const openId = Number(useParams().authorityId)
  const title = (
    <PageTitle
      title={t('title')}
      action={
        <Button component={Link} to="/certificates">
          {t('back')}
        </Button>
      }
    />
  )
  if (!found.data) {
    return (
      <>
        {title}
        {found.isError ? (
          <ErrorState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <LoadingState rows={4} rowHeight={120} />
        )}
      </>
    )
  }
  const state = found.data
  return (
    <>
      {title}
      {/* The parts have headings of the third level, as on a station's page. */}
      <h2 className="visually-hidden">{t('parts')}</h2>
      <Box sx={{ display: 'grid', gap: 4, maxWidth: 960 }}>
        <Panel title={t('certificates:chain.heading')}>
          <TrustPicture state={state} at="/certificates/authority" />
        </Panel>
        <Panel
          title={t('root.heading')}
          aside={
            state.phase === 'prepared' && (
              <PermittedButton
                call="rollOver.cancelRoot"
                size="small"
                onClick={() => setAsked({ kind: 'cancel', evenSo: false })}
              >
                {t('root.switch.cancel')}
              </PermittedButton>
            )
          }
        >
          <Typography sx={{ mb: 3, maxWidth: 640 }}>{t('root.text')}</Typography>
          <RootSteps state={state} rollOver={rollOver} onAsk={setAsked} />
          {(state.phase !== 'none' || state.issuingReplaced) && (
            <Box sx={{ mt: 4 }}>
              <RollOverStations stations={state.stations} phase={state.phase} />
            </Box>
          )}
        </Panel>
        <IssuingPanel state={state} rollOver={rollOver} onAsk={setAsked} />
        <RootKeyPanel state={state} />
      </Box>
      {openId > 0 && (
        <AuthorityDrawer key={openId} authorityId={openId} onClose={() => void navigate('/certificates/authority')} />
      )}
      {asked && (
        <Confirm
          wish={asked}
          onCancel={() => setAsked(null)}
          onYes={() => {
            rollOver.wish(asked)
            setAsked(null)
          }}
        />
      )}
      {losing && (
        <WouldLose
          losing={losing}
          isBusy={rollOver.isBusy}
          onCancel={rollOver.dropLosing}
          onEvenSo={() => rollOver.wish({ ...losing.wish, evenSo: true })}
        />
      )}
    </>
  )
}
