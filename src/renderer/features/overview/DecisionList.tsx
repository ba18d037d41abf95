import BackupIcon from '@mui/icons-material/BackupOutlined'
import CreditCardIcon from '@mui/icons-material/CreditCardOutlined'
import EvStationIcon from '@mui/icons-material/EvStationOutlined'
import FactCheckIcon from '@mui/icons-material/FactCheckOutlined'
import ShieldIcon from '@mui/icons-material/GppMaybeOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { isEnrollable } from '@shared/ocpp/idToken'
import { useMutation } from '@tanstack/react-query'
import { memo, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useNotice } from '../../components/NoticeProvider'
import { RelativeTime } from '../../components/RelativeTime'
import { StatusShape } from '../../components/StatusShape'
import { useExplain } from '../../i18n/useExplain'
import { useFaultWords } from '../../i18n/useFaultWords'
import { useTell } from '../../i18n/useTell'
import { useOrpc } from '../../link/LinkProvider'
import { AdmissionButtons } from '../stations/AdmissionButtons'
import { useStationFacts } from '../stations/useStationFacts'
import { type Decision, isSameDecision } from './decisions'
import { useDecisions } from './useDecisions'

/** Decisions that stand there before the rest is folded away: what lies below stays in sight. */
const SHOWN = 6

interface DecisionListProps {
  /** Whether an empty list says that nothing waits; else there is nothing to see. */
  readonly mayTell: boolean
}

/** What waits for a person, each with its action; or that nothing does. */
export function DecisionList({ mayTell }: DecisionListProps) {
  const { t } = useTranslation('overview')
  const decisions = useDecisions()
  const [all, setAll] = useState(false)
  if (decisions.length === 0) return mayTell ? <NothingWaits /> : null
  return (
    <Paper variant="outlined" component="section" aria-labelledby="decisions" sx={{ borderRadius: 1.5 }}>
      <Typography variant="h2" id="decisions" sx={{ paddingInline: 5, paddingTop: 4, paddingBottom: 1 }}>
        {t('decisions.title')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, paddingBottom: 2 }}>
        {(all ? decisions : decisions.slice(0, SHOWN)).map((decision) => (
          <DecisionRow key={decision.key} decision={decision} />
        ))}
      </Box>
      {decisions.length > SHOWN && (
        <Box sx={{ paddingInline: 4, paddingBlock: 1, borderTop: '1px solid', borderColor: 'divider' }}>
          <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('decisions.showFewer') : t('decisions.showAll', { count: decisions.length })}
          </Button>
        </Box>
      )}
    </Paper>
  )
}

/** The ordinary state of a site: a picture of its own, not a gap. */
function NothingWaits() {
  const { t } = useTranslation('overview')
  return (
    <Paper
      variant="outlined"
      sx={{ display: 'flex', alignItems: 'flex-start', gap: 3, paddingInline: 5, paddingBlock: 4, borderRadius: 1.5 }}
    >
      <Box sx={{ color: 'status.good', mt: 0.5 }}>
        <StatusShape shape="ring-tick" size={20} />
      </Box>
      <div>
        <Typography variant="h2" component="p">
          {t('decisions.none')}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {t('decisions.noneDetail')}
        </Typography>
      </div>
    </Paper>
  )
}

const DecisionRow = memo(DecisionOf, (before, after) => isSameDecision(before.decision, after.decision))

function DecisionOf({ decision }: { readonly decision: Decision }) {
  const { t } = useTranslation('overview')
  const { t: tStations } = useTranslation('stations')
  const tell = useTell()
  const faultOf = useFaultWords()
  const facts = useStationFacts()
  switch (decision.kind) {
    case 'station': {
      const { station } = decision
      return (
        <Row
          icon={<EvStationIcon />}
          at={decision.at}
          sentence={tStations('waiting.wantsToJoin', { identity: station.identity, facts: facts(station) })}
        >
          <AdmissionButtons station={station} size="small" />
        </Row>
      )
    }
    case 'card': {
      const { card } = decision
      return (
        <Row
          icon={<CreditCardIcon />}
          at={decision.at}
          sentence={t('decisions.card', { token: card.token, station: card.stationIdentity })}
          aside={card.times > 1 ? t('decisions.cardTimes', { count: card.times }) : undefined}
        >
          <DismissCard id={card.id} token={card.token} />
          {isEnrollable(card.token) && (
            <PermittedButton call="cards.enrol" to={`/cards/enrol?unknown=${card.id}`} size="small" variant="outlined">
              {t('decisions.enrol')}
            </PermittedButton>
          )}
        </Row>
      )
    }
    case 'request': {
      const { request } = decision
      return (
        <Row
          icon={<FactCheckIcon />}
          at={decision.at}
          sentence={t('decisions.request', { station: request.owner.name })}
        >
          <Button component={Link} to={`/requests/${request.id}`} size="small" variant="outlined">
            {t('decisions.openRequest')}
          </Button>
        </Row>
      )
    }
    case 'upgrade': {
      const { id, stationIdentity: station, to } = decision.upgrade
      return (
        <Row icon={<ShieldIcon />} danger at={decision.at} sentence={t('decisions.upgrade', { station, profile: to })}>
          <Button component={Link} to={`/stations/${id}/security`} size="small" variant="outlined">
            {t('decisions.openUpgrade')}
          </Button>
        </Row>
      )
    }
    case 'backup':
      return (
        <Row
          icon={<BackupIcon />}
          danger
          at={decision.at}
          sentence={t('decisions.backup', { problem: tell(decision.problem) })}
        >
          <Button component={Link} to="/settings/backup" size="small" variant="outlined">
            {t('decisions.openBackup')}
          </Button>
        </Row>
      )
    case 'fault': {
      const { stationId, identity, evseId, errorCode } = decision
      return (
        <Row
          icon={<StatusShape shape="triangle" size={20} />}
          danger
          at={decision.at}
          sentence={
            errorCode === null
              ? t('decisions.fault', { station: identity, evse: evseId })
              : t('decisions.faultCode', { station: identity, evse: evseId, fault: faultOf(errorCode) })
          }
        >
          <Button component={Link} to={`/stations/${stationId}`} size="small" variant="outlined">
            {t('decisions.openStation')}
          </Button>
        </Row>
      )
    }
  }
}

interface RowProps {
  readonly icon: ReactNode
  readonly danger?: boolean
  readonly sentence: string
  readonly aside?: string
  readonly at: number
  /** The actions. */
  readonly children: ReactNode
}

function Row({ icon, danger = false, sentence, aside, at, children }: RowProps) {
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        flexWrap: 'wrap',
        columnGap: 3,
        rowGap: 1,
        paddingInline: 5,
        paddingBlock: 2,
        borderTop: '1px solid',
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 'none' },
      }}
    >
      <Box
        aria-hidden
        sx={{ display: 'flex', pt: 0.5, color: danger ? 'status.danger' : 'text.secondary', '& svg': { fontSize: 20 } }}
      >
        {icon}
      </Box>
      {/* Beside the sentence where there is room, else below it. */}
      <Box sx={{ flex: '1 1 200px', minWidth: 0 }}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>{sentence}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          <RelativeTime at={at} />
          {aside !== undefined && ` · ${aside}`}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, ml: 'auto' }}>{children}</Box>
    </Box>
  )
}

function DismissCard({ id, token }: { readonly id: number; readonly token: string }) {
  const { t } = useTranslation('overview')
  const notice = useNotice()
  const explain = useExplain()
  const dismiss = useMutation(
    useOrpc().cards.dismissUnknown.mutationOptions({
      onSuccess: () => notice({ text: t('decisions.dismissed', { token }), severity: 'info' }),
      onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
    }),
  )
  return (
    <PermittedButton
      call="cards.dismissUnknown"
      size="small"
      loading={dismiss.isPending}
      onClick={() => dismiss.mutate({ unknownCardId: id })}
    >
      {t('decisions.dismiss')}
    </PermittedButton>
  )
}
