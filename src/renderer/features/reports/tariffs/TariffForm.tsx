import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { DetailDrawer, ErrorState, LoadingState, Permitted, useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import { BANDS_MAX } from '@shared/contract/tariffs'
import { currencyDecimals } from '@shared/currency'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReportFormat } from '../useReportFormat'
import { BandFields } from './BandFields'
import { FeeFields, PriceFields, RoundingFields, TaxFields } from './TariffFields'
import { draftOf, NEW_BAND, readDraft } from './tariffDraft'
import { type ListedTariff, useTariffs } from './useTariffs'

const FORM = 'new-tariff'

/** Writes a new tariff, which takes the place of the last one from a day on. */
export function TariffForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('reports')
  const query = useTariffs()
  if (query.data) {
    const { tariffs, currency, today } = query.data
    return <Form last={tariffs.at(-1)} currency={currency} today={today} onClose={onClose} />
  }
  return (
    <DetailDrawer title={t('tariff.new')} onClose={onClose}>
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingState rows={6} />
      )}
    </DetailDrawer>
  )
}

interface FormProps {
  readonly last: ListedTariff | undefined
  readonly currency: string
  readonly today: string
  readonly onClose: () => void
}

function Form({ last, currency, today, onClose }: FormProps) {
  const { t } = useTranslation('reports')
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const amounts = useReportFormat(currency)
  const decimals = currencyDecimals(currency)
  const [draft, setDraft] = useState(() => draftOf(last, last ? today : `${today.slice(0, 7)}-01`, decimals))
  const [isChecked, setIsChecked] = useState(false)
  const { terms, problems } = readDraft(draft, decimals)
  const add = useMutation(
    orpc.tariffs.add.mutationOptions({
      onSuccess: ({ kind }, { fromDay }) => {
        if (kind !== 'added') return
        notice({ text: t('tariff.added', { day: amounts.day(fromDay) }) })
        void queries.invalidateQueries({ queryKey: orpc.tariffs.key() })
        void queries.invalidateQueries({ queryKey: orpc.reports.key() })
      },
    }),
  )
  const refusal = () => {
    if (add.isError) return explain(add.error).sentence
    switch (add.data?.kind) {
      case 'in-the-past':
        return t('tariff.refused.in-the-past', { today: amounts.day(add.data.today) })
      case 'day-taken':
      case 'too-many':
        return t(`tariff.refused.${add.data.kind}`)
      case 'overlap': {
        const [one = '', other = ''] = add.data.bands.map((band) => draft.bands[band]?.name ?? '')
        return t('tariff.refused.overlap', { one, other })
      }
      default:
        return null
    }
  }
  const wrong = refusal()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    // Told to this form alone, if it is still there: another tariff may be half typed by then.
    if (terms) add.mutate(terms, { onSuccess: ({ kind }) => kind === 'added' && onClose() })
  }
  const fields = { draft, onChange: setDraft, wrong: isChecked ? problems.fields : NOTHING, currency }
  return (
    <DetailDrawer
      title={t('tariff.new')}
      subtitle={t('tariff.newText')}
      onClose={onClose}
      actions={
        <Button type="submit" form={FORM} variant="contained" loading={add.isPending}>
          {t('tariff.save')}
        </Button>
      }
    >
      <Permitted call="tariffs.add">
        <Box component="form" id={FORM} noValidate onSubmit={submit} sx={{ display: 'grid', gap: 5 }}>
          <PriceFields {...fields} isFirst={last === undefined} />
          {draft.bands.map((band, place) => (
            <BandFields
              // biome-ignore lint/suspicious/noArrayIndexKey: a band has no name of its own before it is typed.
              key={place}
              band={band}
              number={place + 1}
              currency={currency}
              wrong={(isChecked && problems.bands.get(place)) || NOTHING}
              onChange={(changed) => setDraft({ ...draft, bands: draft.bands.with(place, changed) })}
              onRemove={() => setDraft({ ...draft, bands: draft.bands.toSpliced(place, 1) })}
            />
          ))}
          <Button
            variant="outlined"
            disabled={draft.bands.length >= BANDS_MAX}
            onClick={() => setDraft({ ...draft, bands: [...draft.bands, NEW_BAND] })}
            sx={{ justifySelf: 'start' }}
          >
            {t('tariff.addBand')}
          </Button>
          <FeeFields {...fields} />
          <TaxFields {...fields} />
          <RoundingFields {...fields} />
          {wrong !== null && (
            <Alert severity="error" variant="outlined">
              {wrong}
            </Alert>
          )}
          {isChecked && terms === null && (
            <Alert severity="error" variant="outlined">
              {t('tariff.incomplete')}
            </Alert>
          )}
        </Box>
      </Permitted>
    </DetailDrawer>
  )
}

const NOTHING: ReadonlySet<never> = new Set()
