import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormLabel from '@mui/material/FormLabel'
import MenuItem from '@mui/material/MenuItem'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import TextField from '@mui/material/TextField'
import { useNotice } from '@renderer/components'
import { MomentField } from '@renderer/components/momentField/MomentField'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useFormat } from '@renderer/i18n/useFormat'
import { useOrpc } from '@renderer/link'
import type { Session } from '@shared/contract/sessions'
import type { Reconciliation } from '@shared/contract/settling'
import type { SettlementKind } from '@shared/ocpp/session'
import { showUnprintable } from '@shared/printable'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toDecision } from './settleDraft'

interface SettleProps {
  readonly session: Session
  readonly found: Reconciliation
}

/** The manager's decision about a session that could not be reconciled. */
export function Settle({ session, found }: SettleProps) {
  const { t } = useTranslation('sessions')
  const format = useFormat()
  const notice = useNotice()
  const explain = useExplain()
  const label = useId()
  const [kind, setKind] = useState<SettlementKind>('accepted')
  const [reason, setReason] = useState('')
  const [energy, setEnergy] = useState('')
  const [end, setEnd] = useState('')
  const [joinTo, setJoinTo] = useState('')
  const settle = useMutation(
    useOrpc().sessions.settle.mutationOptions({
      onSuccess: ({ kind: outcome }) => {
        if (outcome === 'settled') notice({ text: t('settle.done') })
      },
      onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
    }),
  )
  const refused = settle.data && settle.data.kind !== 'settled' ? settle.data.kind : null
  const decision = toDecision({ kind, reason, energy, end, joinTo })
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (decision) settle.mutate({ sessionId: session.id, decision })
      }}
      sx={{ display: 'grid', gap: 3 }}
    >
      <FormControl>
        <FormLabel id={label}>{t('settle.how')}</FormLabel>
        <RadioGroup
          aria-labelledby={label}
          value={kind}
          onChange={(_, next) => {
            settle.reset()
            setKind(next as SettlementKind)
          }}
        >
          <FormControlLabel value="accepted" control={<Radio size="small" />} label={t('settle.kind.accepted')} />
          <FormControlLabel value="corrected" control={<Radio size="small" />} label={t('settle.kind.corrected')} />
          {found.joinable.length > 0 && (
            <FormControlLabel value="joined" control={<Radio size="small" />} label={t('settle.kind.joined')} />
          )}
        </RadioGroup>
      </FormControl>
      {kind === 'corrected' && (
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
          <TextField
            size="small"
            label={t('settle.energy')}
            value={energy}
            onChange={(event) => setEnergy(event.target.value)}
            helperText={
              found.countedUpWh === null
                ? t('settle.leaveEmpty')
                : t('settle.countedUp', { energy: format.energy(found.countedUpWh) })
            }
            slotProps={{ htmlInput: { inputMode: 'decimal' } }}
          />
          <MomentField
            size="small"
            kind="date-time"
            label={t('settle.end')}
            value={end}
            onChange={setEnd}
            helperText={t('settle.leaveEmpty')}
          />
        </Box>
      )}
      {kind === 'joined' && (
        <TextField
          select
          size="small"
          label={t('settle.joinTo')}
          value={joinTo}
          onChange={(event) => setJoinTo(event.target.value)}
        >
          {found.joinable.map(({ id, transactionId, startedAt, token }) => (
            <MenuItem key={id} value={String(id)}>
              {[
                t('settle.session', { transaction: showUnprintable(transactionId) }),
                startedAt === null ? t('unknownStart') : format.dateTime(startedAt),
                token && showUnprintable(token),
              ]
                .filter(Boolean)
                .join(' · ')}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TextField
        size="small"
        multiline
        required
        label={t('settle.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        helperText={t('settle.reasonText')}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
      {refused && <Alert severity="warning">{t(`settle.refused.${refused}`)}</Alert>}
      <PermittedButton
        call="sessions.settle"
        type="submit"
        variant="contained"
        disabled={!decision}
        loading={settle.isPending}
        sx={{ justifySelf: 'start' }}
      >
        {t('settle.submit')}
      </PermittedButton>
    </Box>
  )
}
