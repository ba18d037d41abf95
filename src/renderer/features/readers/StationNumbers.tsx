import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState } from '@renderer/components'
import { useOrpc } from '@renderer/link'
import type { StationForm } from '@shared/contract/readers'
import type { Station } from '@shared/contract/stations'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormWords } from './formWords'

/** How one station writes the numbers of cards, and the way to find that out. */
export function StationNumbers({ station }: { readonly station: Station }) {
  const { t } = useTranslation('readers')
  const orpc = useOrpc()
  const words = useFormWords()
  const found = useQuery(orpc.readers.forms.queryOptions())
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <LoadingState rows={2} />
  const form = formOf(found.data.forms, station)
  return (
    <>
      <Typography sx={{ mb: 3, overflowWrap: 'anywhere' }}>
        {form === undefined
          ? t('calibrate.panelPlain')
          : t('calibrate.learntFrom', { card: form.learntFrom, seen: form.seenAs, form: words(form.form) })}
      </Typography>
      <Button component={Link} to={`/cards/readers?station=${station.id}`} size="small" variant="outlined">
        {t('calibrate.open')}
      </Button>
    </>
  )
}

/** The form that counts for a station: its own before that of its model. */
function formOf(forms: readonly StationForm[], { id, vendor, model }: Station): StationForm | undefined {
  const own = forms.find(({ scope }) => scope.kind === 'station' && scope.stationId === id)
  return own ?? forms.find(({ scope }) => scope.kind === 'model' && scope.vendor === vendor && scope.model === model)
}
