import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useFormat } from '@renderer/i18n/useFormat'
import { useOrpc } from '@renderer/link'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

/** What can be done with daily backups that are set up: make one now, try the newest, end them. */
export function PlanActions({ busy }: { readonly busy: boolean }) {
  const { t } = useTranslation('settings')
  const orpc = useOrpc()
  const notice = useNotice()
  const explain = useExplain()
  const format = useFormat()
  const onError = (error: Error) => notice({ text: explain(error).sentence, severity: 'error' })
  const run = useMutation(
    orpc.backup.runPlan.mutationOptions({
      onSuccess: (made) => {
        if (made.kind === 'made') notice({ text: t('plan.made', { name: made.name, size: format.size(made.size) }) })
      },
      onError,
    }),
  )
  const trial = useMutation(orpc.backup.tryNewest.mutationOptions())
  const remove = useMutation(
    orpc.backup.removePlan.mutationOptions({ onSuccess: () => notice({ text: t('plan.removed') }), onError }),
  )
  const isBusy = busy || run.isPending || trial.isPending
  return (
    <Box sx={{ display: 'grid', gap: 3, mt: 5, maxWidth: 640 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Button variant="outlined" loading={run.isPending} disabled={isBusy} onClick={() => run.mutate(undefined)}>
          {t('plan.run')}
        </Button>
        <Button variant="outlined" loading={trial.isPending} disabled={isBusy} onClick={() => trial.mutate(undefined)}>
          {t('plan.try')}
        </Button>
        <Button loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
          {t('plan.remove')}
        </Button>
      </Box>
      <Typography variant="body2" color="textSecondary">
        {t('plan.tryHint')}
      </Typography>
      {trial.isError && (
        <Alert severity="error" variant="outlined">
          {explain(trial.error).sentence}
        </Alert>
      )}
      {trial.data && (
        <Alert severity={trial.data.kind === 'opens' ? 'success' : 'info'} variant="outlined">
          {trial.data.kind === 'opens'
            ? t('plan.opens', { name: trial.data.name, ...trial.data.contents.counts })
            : t('plan.none')}
        </Alert>
      )}
    </Box>
  )
}
