import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useFormat } from '@renderer/i18n/useFormat'
import type { RequestCase } from '@shared/contract/requests'
import { type FormEvent, type ReactNode, type Ref, useId, useImperativeHandle, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { approvalNeeds } from './decisionRules'
import { REASON_MAX_LENGTH } from './reason'

/** What the keys A and R do, wherever the focus is. */
export interface DecideHandle {
  approve: () => void
  reject: () => void
}

interface DecideProps {
  asked: RequestCase
  onApprove: (reason: string) => void
  onReject: (reason: string) => void
  busy: boolean
  /** Stands in the place of approving when one person has approved already. */
  confirm: ReactNode
  ref: Ref<DecideHandle>
}

/** Approve and Reject side by side, each saying what it will do. Give it the request's id as key. */
export function Decide({ asked, onApprove, onReject, busy, confirm, ref }: DecideProps) {
  const { t } = useTranslation('requests')
  const [approveReason, setApproveReason] = useState('')
  const [rejectReason, setRejectReason] = useState('')
  const [missing, setMissing] = useState<'approve' | 'reject' | null>(null)
  const approveField = useRef<HTMLInputElement>(null)
  const rejectField = useRef<HTMLInputElement>(null)
  const obstacle = useRef<HTMLDivElement>(null)
  const confirming = useRef<HTMLDivElement>(null)
  const needs = approvalNeeds(asked)
  const can = needs.kind === 'nothing' || needs.kind === 'reason'

  const approvalSentence = useApprovalSentence(asked)

  const approve = () => {
    if (busy) return
    if (confirm !== null) return goTo(confirming.current?.querySelector<HTMLInputElement>('input[type=password]'))
    if (!can) return goTo(obstacle.current)
    if (needs.kind === 'reason' && approveReason.trim() === '') {
      setMissing('approve')
      return goTo(approveField.current)
    }
    onApprove(approveReason.trim())
  }
  const reject = () => {
    if (busy) return
    if (rejectReason.trim() === '') {
      setMissing('reject')
      return goTo(rejectField.current)
    }
    onReject(rejectReason.trim())
  }
  useImperativeHandle(ref, () => ({
    approve,
    // The key only goes to the field: a rejection always says why.
    reject: () => goTo(rejectField.current),
  }))

  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))', columnGap: 8, rowGap: 4 }}>
      {confirm !== null ? (
        <div ref={confirming}>{confirm}</div>
      ) : (
        <Choice
          does={can ? approvalSentence : null}
          onSubmit={approve}
          button={
            <Button type="submit" variant="contained" disabled={!can || busy}>
              {t('decide.approve')}
            </Button>
          }
        >
          {needs.kind === 'nothing' ? null : (
            <>
              {needs.kind === 'blocked' && (
                <Alert ref={obstacle} tabIndex={-1} severity="error" variant="outlined">
                  {t('decide.blocked', { count: needs.count })}
                </Alert>
              )}
              {needs.kind === 'unreadable' && (
                <Alert ref={obstacle} tabIndex={-1} severity="warning" variant="outlined">
                  {t('decide.unreadable')}
                </Alert>
              )}
              {needs.kind === 'reason' && (
                <ReasonField
                  label={t('decide.approveReason')}
                  hint={missing === 'approve' ? t('decide.reasonMissing') : t('decide.reasonNeeded')}
                  error={missing === 'approve'}
                  value={approveReason}
                  onChange={(text) => {
                    setApproveReason(text)
                    setMissing(null)
                  }}
                  inputRef={approveField}
                />
              )}
            </>
          )}
        </Choice>
      )}
      <Choice
        does={t('decide.rejectDoes', { station: asked.owner.name })}
        onSubmit={reject}
        button={
          <Button type="submit" variant="outlined" color="error" disabled={busy}>
            {t('decide.reject')}
          </Button>
        }
      >
        <ReasonField
          label={t('decide.rejectReason')}
          hint={missing === 'reject' ? t('decide.reasonMissing') : undefined}
          error={missing === 'reject'}
          value={rejectReason}
          onChange={(text) => {
            setRejectReason(text)
            setMissing(null)
          }}
          inputRef={rejectField}
        />
      </Choice>
    </Box>
  )
}

/** The decision is in sight in all but low windows, and then the case must not jump. */
function goTo(element: HTMLElement | null | undefined): void {
  element?.focus({ preventScroll: true })
  element?.scrollIntoView({ block: 'nearest' })
}

function useApprovalSentence(asked: RequestCase): string {
  const { t } = useTranslation('requests')
  const format = useFormat()
  const station = asked.owner.name
  const leaf = asked.chain.find(({ role }) => role === 'station' || role === 'device')
  if (!leaf) return t('decide.approveDoesPlain', { station })
  const until = format.date(leaf.notAfter)
  return asked.owner.online
    ? t('decide.approveDoes', { station, until })
    : t('decide.approveDoesOffline', { station, until })
}

interface ChoiceProps {
  /** Null when it does nothing, for a reason that is told instead. */
  does: string | null
  button: ReactNode
  onSubmit: () => void
  children: ReactNode
}

function Choice({ does, button, onSubmit, children }: ChoiceProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Box
      component="form"
      noValidate
      onSubmit={submit}
      sx={{ display: 'flex', flexDirection: 'column', gap: 3, justifyContent: 'space-between' }}
    >
      {does !== null && <Typography color="textSecondary">{does}</Typography>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', columnGap: 3, rowGap: 2 }}>
        {children !== null && <Box sx={{ flex: '1 1 160px', minWidth: 0 }}>{children}</Box>}
        {button}
      </Box>
    </Box>
  )
}

interface ReasonFieldProps {
  label: string
  hint: string | undefined
  error: boolean
  value: string
  onChange: (text: string) => void
  inputRef: Ref<HTMLInputElement>
}

function ReasonField({ label, hint, error, value, onChange, inputRef }: ReasonFieldProps) {
  const id = useId()
  return (
    <TextField
      id={id}
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      // Escape gives the letters back to the desk.
      onKeyDown={(event) => {
        if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur()
      }}
      error={error}
      helperText={hint}
      inputRef={inputRef}
      autoComplete="off"
      slotProps={{ htmlInput: { maxLength: REASON_MAX_LENGTH } }}
    />
  )
}
