import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState, useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import type { StationForm } from '@shared/contract/readers'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormWords } from './formWords'

/** The chargers and models that write numbers in a form of their own, each with a button to forget it. */
export function StationForms() {
  const { t } = useTranslation('readers')
  const orpc = useOrpc()
  const found = useQuery(orpc.readers.forms.queryOptions())
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <LoadingState rows={2} />
  const { forms } = found.data
  if (forms.length === 0) return <Typography color="textSecondary">{t('calibrate.none')}</Typography>
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {forms.map((form) => (
        <FormRow key={form.id} of={form} />
      ))}
    </Box>
  )
}

/** What a form belongs to, as it is named. */
export function formOwner({ scope }: StationForm): string {
  return scope.kind === 'station' ? scope.stationIdentity : `${scope.vendor} ${scope.model}`
}

function FormRow({ of }: { readonly of: StationForm }) {
  const { t } = useTranslation('readers')
  const orpc = useOrpc()
  const notice = useNotice()
  const explain = useExplain()
  const words = useFormWords()
  const name = formOwner(of)
  const forget = useMutation(
    orpc.readers.forgetForm.mutationOptions({
      onSuccess: () => notice({ text: t('calibrate.forgotten', { name }) }),
      onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
    }),
  )
  return (
    <Box
      component="li"
      sx={{ display: 'flex', alignItems: 'center', gap: 3, py: 2, '& + &': { borderTop: 1, borderColor: 'divider' } }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 550 }}>{name}</Typography>
        <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {t('calibrate.learntFrom', { card: of.learntFrom, seen: of.seenAs, form: words(of.form) })}
        </Typography>
      </Box>
      <PermittedButton
        call="readers.forgetForm"
        size="small"
        loading={forget.isPending}
        aria-label={t('calibrate.forgetOf', { name })}
        onClick={() => forget.mutate({ formId: of.id })}
      >
        {t('calibrate.forget')}
      </PermittedButton>
    </Box>
  )
}
