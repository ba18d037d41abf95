import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Step from '@mui/material/Step'
import StepContent from '@mui/material/StepContent'
import StepLabel from '@mui/material/StepLabel'
import Stepper from '@mui/material/Stepper'
import Typography from '@mui/material/Typography'
import { useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import type { RollOverState, RootKey } from '@shared/contract/rollover'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import { RootKeyFields } from './RootKeyFields'
import { stepOf } from './stepOf'
import type { Asked, useRollOver } from './useRollOver'

interface RootStepsProps {
  readonly state: RollOverState
  readonly rollOver: ReturnType<typeof useRollOver>
  /** Asks a person before something that can not be undone. */
  readonly onAsk: (wish: Asked) => void
}

/** The way to a new root, step by step; what can be done now stands in the step that it is at. */
export function RootSteps({ state, rollOver, onAsk }: RootStepsProps) {
  const { t } = useTranslation('rollOver')
  const active = stepOf(state)
  const oldRoot = state.authorities.find((each) => each.role === 'root' && each.state === 'old')
  const switching = (look: 'contained' | 'text') => (
    <PermittedButton
      call="rollOver.switchRoot"
      variant={look}
      disabled={rollOver.isBusy}
      onClick={() => onAsk({ kind: 'switch', evenSo: false })}
    >
      {t('root.switch.button')}
    </PermittedButton>
  )
  const retiring = (look: 'contained' | 'text') =>
    oldRoot && (
      <PermittedButton
        call="rollOver.retire"
        variant={look}
        disabled={rollOver.isBusy}
        onClick={() => onAsk({ kind: 'retire', role: 'root', authorityId: oldRoot.id, evenSo: false })}
      >
        {t('root.retire.button')}
      </PermittedButton>
    )
  return (
    <Stepper activeStep={active} orientation="vertical">
      <Step>
        <StepLabel>{t('root.step.prepare')}</StepLabel>
        <StepContent>
          <Prepare state={state} rollOver={rollOver} />
        </StepContent>
      </Step>
      <Step>
        <StepLabel>{t('root.step.install')}</StepLabel>
        <StepContent>
          <Install>{switching('text')}</Install>
        </StepContent>
      </Step>
      <Step>
        <StepLabel>{t('root.step.switch')}</StepLabel>
        <StepContent>
          <Typography sx={{ mb: 3, maxWidth: 640 }}>{t('root.switch.text')}</Typography>
          {switching('contained')}
        </StepContent>
      </Step>
      <Step>
        <StepLabel>{t('root.step.renew')}</StepLabel>
        <StepContent>
          <Typography sx={{ mb: 2, maxWidth: 640 }}>{t('root.renew.text')}</Typography>
          <Typography sx={{ mb: 2 }}>
            {t('root.renew.left', { count: state.renewals.left })}{' '}
            {state.renewals.waiting > 0 && (
              <>
                {t('root.renew.waiting', { count: state.renewals.waiting })}{' '}
                <Link component={RouterLink} to="/requests">
                  {t('root.renew.desk')}
                </Link>
              </>
            )}
          </Typography>
          {retiring('text')}
        </StepContent>
      </Step>
      <Step>
        <StepLabel>{t('root.step.retire')}</StepLabel>
        <StepContent>
          <Typography sx={{ mb: 3, maxWidth: 640 }}>{t('root.retire.text')}</Typography>
          {retiring('contained')}
        </StepContent>
      </Step>
    </Stepper>
  )
}

function Actions({ children }: { readonly children: ReactNode }) {
  return <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>{children}</Box>
}

function Prepare({ state, rollOver }: Omit<RootStepsProps, 'onAsk'>) {
  const { t } = useTranslation('rollOver')
  const [rootKey, setRootKey] = useState<RootKey | null>(null)
  const isAway = state.authorities.some(
    (each) => each.role === 'root' && each.state === 'current' && each.key === 'away',
  )
  return (
    <>
      <Typography sx={{ mb: 3, maxWidth: 640 }}>{t('root.prepare.text')}</Typography>
      {isAway && (
        <Box sx={{ mb: 3 }}>
          <Typography sx={{ mb: 2 }}>{t('key.wanted')}</Typography>
          <RootKeyFields disabled={rollOver.isBusy} onChange={setRootKey} />
        </Box>
      )}
      <PermittedButton
        call="rollOver.prepareRoot"
        variant="contained"
        loading={rollOver.isBusy}
        disabled={isAway && rootKey === null}
        onClick={() => rollOver.wish({ kind: 'prepare', rootKey })}
      >
        {t('root.prepare.button')}
      </PermittedButton>
    </>
  )
}

function Install({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('rollOver')
  const orpc = useOrpc()
  const notice = useNotice()
  const explain = useExplain()
  const onError = (error: Error) => notice({ text: explain(error).sentence, severity: 'error' })
  const install = useMutation(
    orpc.roots.installAll.mutationOptions({
      onSuccess: (outcome) => {
        if (outcome.kind === 'done') notice({ text: t('root.install.sent', { ...outcome }) })
      },
      onError,
    }),
  )
  const ask = useMutation(
    orpc.roots.askAll.mutationOptions({
      onSuccess: (outcome) => notice({ text: t('root.install.sent', { ...outcome }) }),
      onError,
    }),
  )
  const isBusy = install.isPending || ask.isPending
  return (
    <>
      <Typography sx={{ mb: 3, maxWidth: 640 }}>{t('root.install.text')}</Typography>
      <Actions>
        <PermittedButton
          call="roots.installAll"
          variant="contained"
          disabled={isBusy}
          onClick={() => install.mutate({ root: 'next' })}
        >
          {t('root.install.button')}
        </PermittedButton>
        <PermittedButton call="roots.askAll" disabled={isBusy} onClick={() => ask.mutate(undefined)}>
          {t('root.install.ask')}
        </PermittedButton>
        {children}
      </Actions>
    </>
  )
}
