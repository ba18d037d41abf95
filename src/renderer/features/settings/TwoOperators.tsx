import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { SecondFields } from '../requests/SecondFields'
import { useSecondPerson } from '../requests/useSecondPerson'
import { SwitchRow } from './reach/SwitchRow'

/** Whether two of the operators have to approve a certificate: any two who are certificate officers. */
export function TwoOperators() {
  const { t } = useTranslation('approvers')
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const second = useSecondPerson()
  const { approvers, isNeeded, person } = second
  const set = useMutation(
    orpc.approvers.setWanted.mutationOptions({
      onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
      onSettled: () => queries.invalidateQueries({ queryKey: orpc.approvers.key() }),
      onSuccess: (outcome) => {
        if (outcome.kind === 'second-refused') return second.refused(outcome.waitMs)
        if (outcome.kind === 'saved') second.clear()
      },
    }),
  )
  const names = approvers.map(({ name }) => name).join(', ')
  return (
    <>
      <Typography color="textSecondary">{t('operators.text')}</Typography>
      <Alert severity="info" variant="outlined">
        {names === '' ? t('operators.nobodyElse') : t('operators.could', { names })}
      </Alert>
      {isNeeded && approvers.length > 0 && (
        <>
          <Typography>{t('operators.confirmOff')}</Typography>
          <SecondFields of={second} disabled={set.isPending} />
        </>
      )}
      <SwitchRow
        call="approvers.setWanted"
        label={t('operators.wanted')}
        checked={isNeeded}
        busy={set.isPending || (isNeeded ? person === null : approvers.length === 0)}
        onChange={(wanted) => set.mutate({ wanted, ...(person === null ? {} : { confirm: person }) })}
      />
    </>
  )
}
