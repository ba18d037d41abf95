import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { RelativeTime, StatusShape } from '@renderer/components'
import type { Upgrade, UpgradeStep } from '@shared/contract/upgrades'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { stepNow, toneOf } from './upgradeTone'

/** The steps of a way, one under the other: what each is for, how it stands, and what is to be done about it. */
export function UpgradeSteps({ upgrade }: { readonly upgrade: Upgrade }) {
  const { t } = useTranslation('upgrades')
  const now = stepNow(upgrade)
  return (
    <Box component="ol" aria-label={t('steps')} sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {upgrade.steps.map((step, place) => (
        <StepItem
          key={`${step.profile} ${step.step}`}
          step={step}
          isNow={step === now}
          isFirstOfLeg={step.profile !== upgrade.steps[place - 1]?.profile}
        />
      ))}
    </Box>
  )
}

interface StepItemProps {
  readonly step: UpgradeStep
  readonly isNow: boolean
  /** It begins the way to another profile. */
  readonly isFirstOfLeg: boolean
}

function StepItem({ step, isNow, isFirstOfLeg }: StepItemProps) {
  const { t } = useTranslation('upgrades')
  const { colour, shape } = toneOf(step)
  const isOver = step.state === 'done' || step.state === 'by-hand'
  const isOpen = isNow || step.state === 'stuck'
  return (
    <Box
      component="li"
      aria-current={isNow ? 'step' : undefined}
      sx={{
        display: 'grid',
        gridTemplateColumns: '16px 1fr',
        columnGap: 3,
        // The line that joins the marks.
        '&:not(:last-of-type) > [data-mark]::after': {
          content: '""',
          flex: 1,
          width: '1px',
          bgcolor: 'divider',
          mt: 1,
        },
      }}
    >
      {isFirstOfLeg && (
        <Typography variant="body2" sx={{ gridColumn: '1 / -1', fontWeight: 600, mb: 1 }}>
          {t('leg', { profile: step.profile })}
        </Typography>
      )}
      <Box
        data-mark
        sx={{ display: 'flex', flexDirection: 'column', alignItems: 'center', pt: 0.5, color: `status.${colour}` }}
      >
        <StatusShape shape={shape} />
      </Box>
      <Box sx={{ pb: 3, minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3 }}>
          <Typography sx={{ fontWeight: isNow ? 600 : 400, color: isOver || isOpen ? undefined : 'text.secondary' }}>
            {t(`step.${step.step}.title`, { profile: step.profile })}
          </Typography>
          <Typography component="span" variant="body2" sx={{ color: 'text.secondary', lineHeight: '20px' }}>
            {t(`stepState.${step.waits === 'approval' ? 'stuck' : step.state}`)}
            {isOver && (
              <>
                {' · '}
                <RelativeTime at={step.at} />
              </>
            )}
          </Typography>
        </Box>
        {isOpen && (
          <>
            <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: 640 }}>
              {t(`step.${step.step}.why`)}
            </Typography>
            <StepStanding step={step} />
          </>
        )}
      </Box>
    </Box>
  )
}

function StepStanding({ step }: { readonly step: UpgradeStep }) {
  const { t } = useTranslation('upgrades')
  const { problem, waits, requestId } = step
  const words = { told: showUnprintable(step.told), url: step.url }
  return (
    <>
      {waits !== null && <Typography sx={{ mt: 1 }}>{t(`waits.${waits}`)}</Typography>}
      {problem !== null && (
        <>
          <Typography sx={{ mt: 1, overflowWrap: 'anywhere' }}>{t(`problem.${problem}.what`, words)}</Typography>
          <Typography sx={{ overflowWrap: 'anywhere', maxWidth: 640 }}>
            {t(`problem.${problem}.todo`, words)}
          </Typography>
        </>
      )}
      {requestId !== null && (waits === 'approval' || problem === 'request-rejected') && (
        <Button component={Link} to={`/requests/${requestId}`} size="small" variant="outlined" sx={{ mt: 2 }}>
          {t('action.request')}
        </Button>
      )}
    </>
  )
}
