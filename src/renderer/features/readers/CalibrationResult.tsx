import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import type { Station } from '@shared/contract/stations'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormWords } from './formWords'

interface CalibrationResultProps {
  readonly station: Station
  /** The card's number as it is stored. */
  readonly uid: string
  /** How the charger wrote it. */
  readonly seen: string
}

/** What one card told, and a button that applies it. */
export function CalibrationResult({ station, uid, seen }: CalibrationResultProps) {
  const { t } = useTranslation('readers')
  const orpc = useOrpc()
  const explain = useExplain()
  const words = useFormWords()
  const scopeId = useId()
  const [scope, setScope] = useState<'station' | 'model'>('station')
  const [accepted, setAccepted] = useState(false)
  const compared = useQuery(orpc.readers.compare.queryOptions({ input: { uid, seen } }))
  const apply = useMutation(orpc.readers.calibrate.mutationOptions())
  const learnt = compared.data
  const name = station.identity
  const model = [station.vendor, station.model].filter((part) => part !== null).join(' ')
  const hasModel = station.vendor !== null && station.model !== null

  if (compared.isError) return <ErrorState error={compared.error} onRetry={() => void compared.refetch()} />
  if (learnt === undefined) return <LoadingState rows={2} />
  if (learnt.kind === 'ambiguous' || learnt.kind === 'no-spelling') {
    return (
      <Alert severity="warning" variant="outlined">
        {t(`learn.${learnt.kind}`, { seen, card: uid })}
      </Alert>
    )
  }
  const send = () => apply.mutate({ stationId: station.id, uid, seen, scope, acceptLeftOut: accepted })
  const done = apply.data
  if (done?.kind === 'applied') {
    return (
      <Alert severity="success" variant="outlined">
        {t('calibrate.applied', { form: words(done.form.form) })}
      </Alert>
    )
  }
  if (learnt.kind === 'plain') {
    return (
      <Alert severity="success" variant="outlined">
        {t('calibrate.plain', { station: name })}
      </Alert>
    )
  }
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Typography component="h4" sx={{ fontWeight: 600 }}>
        {t('calibrate.result')}
      </Typography>
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {t('calibrate.found', { card: uid, station: name, seen, form: words(learnt.form) })}
      </Typography>
      {learnt.leavesOut && (
        <Alert severity="warning" variant="outlined">
          {t('calibrate.leavesOut')}
          <FormControlLabel
            control={<Checkbox checked={accepted} onChange={(event) => setAccepted(event.target.checked)} />}
            label={t('calibrate.accept')}
          />
        </Alert>
      )}
      <div>
        <Typography id={scopeId} variant="body2" color="textSecondary">
          {t('calibrate.scope')}
        </Typography>
        <RadioGroup
          aria-labelledby={scopeId}
          value={scope}
          onChange={(event) => setScope(event.target.value === 'model' ? 'model' : 'station')}
        >
          <FormControlLabel
            value="station"
            control={<Radio size="small" />}
            label={t('calibrate.scopeStation', { station: name })}
          />
          {hasModel && (
            <FormControlLabel
              value="model"
              control={<Radio size="small" />}
              label={t('calibrate.scopeModel', { model })}
            />
          )}
        </RadioGroup>
        {!hasModel && (
          <Typography variant="body2" color="textSecondary">
            {t('calibrate.noModel')}
          </Typography>
        )}
      </div>
      {apply.isError && (
        <Alert severity="error" variant="outlined">
          {explain(apply.error).sentence}
        </Alert>
      )}
      <PermittedButton
        call="readers.calibrate"
        variant="contained"
        loading={apply.isPending}
        disabled={learnt.leavesOut && !accepted}
        onClick={send}
        sx={{ justifySelf: 'start' }}
      >
        {t('calibrate.apply')}
      </PermittedButton>
    </Box>
  )
}
