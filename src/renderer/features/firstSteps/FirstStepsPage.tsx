import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState, PageTitle } from '@renderer/components'
import { Disclosure } from '@renderer/components/Disclosure'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { ToneMark } from '@renderer/components/ToneMark'
import { useOrpc } from '@renderer/link'
import { useNamedStations } from '@renderer/link/useNamedStations'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { UnknownCards } from '../cards/UnknownCards'
import { StrangerCalls } from '../security/StrangerCalls'
import { WaitingStations } from '../stations/WaitingStations'
import { Address } from './Address'
import { Afterwards } from './Afterwards'
import { FROM_GUIDE } from './fromGuide'
import type { FirstStep } from './steps'
import { useFirstSteps, useFirstStepsShown } from './useFirstSteps'

const CONTENT: Readonly<Record<FirstStep, () => ReactNode>> = {
  call: Call,
  admit: Admit,
  card: Card,
  session: Session,
  backup: Backup,
}

/**
 * The way through the first hour. What is done is seen from the site itself, so it can be left and taken up again, and
 * every step be taken anywhere else.
 */
export default function FirstStepsPage() {
  const { t } = useTranslation('firstSteps')
  const { steps, done, next, isKnown, failure } = useFirstSteps()
  const [, setShown] = useFirstStepsShown()
  const isOver = isKnown && next === null
  return (
    <>
      <PageTitle
        title={t('title')}
        action={
          <Button component={Link} to="/" onClick={() => setShown(true)}>
            {t(isOver ? 'toOverview' : 'later')}
          </Button>
        }
      />
      <Typography color="textSecondary" sx={{ mb: 5, maxWidth: '70ch' }}>
        {t(isOver ? 'over' : 'about')}
      </Typography>
      {isKnown ? (
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 4, maxWidth: 920 }}>
          {steps.map((step, at) => (
            <Step key={step} step={step} number={at + 1} isDone={done.has(step)} isNext={step === next} />
          ))}
        </Box>
      ) : failure !== null ? (
        <ErrorState error={failure.error} onRetry={failure.retry} />
      ) : (
        <LoadingState rows={steps.length} rowHeight={72} />
      )}
      {isOver && <Afterwards />}
    </>
  )
}

interface StepProps {
  readonly step: FirstStep
  readonly number: number
  readonly isDone: boolean
  readonly isNext: boolean
}

function Step({ step, number, isDone, isNext }: StepProps) {
  const { t } = useTranslation('firstSteps')
  const titleId = useId()
  const Content = CONTENT[step]
  return (
    <Paper
      variant="outlined"
      component="li"
      aria-labelledby={titleId}
      aria-current={isNext ? 'step' : undefined}
      sx={{ borderRadius: 1.5, p: 5, ...(isNext ? { borderColor: 'primary.main' } : {}) }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 3 }}>
        <Typography variant="h2" id={titleId} sx={{ flex: 1 }}>
          {t('numbered', { number, title: t(`${step}.title`) })}
        </Typography>
        {isDone && <ToneMark shape="tick" colour="good" word={t('done')} />}
      </Box>
      {isNext && (
        <Box sx={{ mt: 3 }}>
          <Content />
        </Box>
      )}
      {isDone && step === 'call' && (
        <Box sx={{ mt: 3 }}>
          <Disclosure summary={t('call.another')}>{() => <Address />}</Disclosure>
        </Box>
      )}
    </Paper>
  )
}

/** The address, and who called meanwhile: refused callers say why. */
function Call() {
  const { t } = useTranslation('firstSteps')
  const { data = [] } = useQuery(useOrpc().refusedCalls.find.queryOptions({ input: {} }))
  const wasRefused = data.some(({ stationId }) => stationId === null)
  return (
    <>
      <Address />
      <Typography role="status" sx={{ mt: 4 }}>
        {t(wasRefused ? 'call.turnedAway' : 'call.nobody')}
      </Typography>
      {!wasRefused && <Typography color="textSecondary">{t('call.check')}</Typography>}
      <StrangerCalls />
    </>
  )
}

function Admit() {
  const { t } = useTranslation('firstSteps')
  const isAnyWaiting = useNamedStations().some(({ admission }) => admission === 'waiting')
  return (
    <>
      <Typography sx={{ mb: 3 }}>{t(isAnyWaiting ? 'admit.text' : 'admit.refused')}</Typography>
      <WaitingStations />
      {!isAnyWaiting && (
        <Button component={Link} to="/stations" variant="outlined">
          {t('admit.stations')}
        </Button>
      )}
    </>
  )
}

function Card() {
  const { t } = useTranslation('firstSteps')
  return (
    <>
      <Typography sx={{ mb: 3 }}>{t('card.text')}</Typography>
      <UnknownCards inGuide />
      <PermittedButton call="cards.enrol" to={`/cards/enrol?${FROM_GUIDE}`} variant="outlined">
        {t('card.type')}
      </PermittedButton>
    </>
  )
}

function Session() {
  const { t } = useTranslation('firstSteps')
  return (
    <>
      <Typography sx={{ mb: 3 }}>{t('session.text')}</Typography>
      <Button component={Link} to="/" variant="outlined">
        {t('session.watch')}
      </Button>
    </>
  )
}

function Backup() {
  const { t } = useTranslation('firstSteps')
  return (
    <>
      <Typography sx={{ mb: 3 }}>{t('backup.text')}</Typography>
      <Button component={Link} to={`/settings/backup?${FROM_GUIDE}`} variant="contained">
        {t('backup.open')}
      </Button>
    </>
  )
}
