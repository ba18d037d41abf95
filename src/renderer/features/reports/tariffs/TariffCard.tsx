import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { FactList, PermittedButton, useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import { showUnprintable } from '@shared/printable'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PlainTable } from '../PlainTable'
import { useReportFormat } from '../useReportFormat'
import type { ListedTariff } from './useTariffs'

interface TariffCardProps {
  readonly tariff: ListedTariff
  readonly currency: string
}

/** One tariff: from when until when, its prices, fees, tax and rounding. */
export function TariffCard({ tariff, currency }: TariffCardProps) {
  const { t } = useTranslation('reports')
  const amounts = useReportFormat(currency)
  const { fromDay, untilDay, state, bands, tax, rounding } = tariff
  const rate = amounts.percent(tax.rateMillionths)
  const titleId = `tariff-${tariff.id}`
  const prices = [
    ...bands.map(({ name, days, fromMinute, untilMinute, pricePerKwhMilliMinor }, place) => ({
      key: place,
      cells: [
        showUnprintable(name),
        days.length === 7 ? t('tariff.everyDay') : days.map(amounts.weekday).join(', '),
        t('tariff.span', { from: amounts.minutes(fromMinute), until: amounts.minutes(untilMinute) }),
        amounts.perKwh(pricePerKwhMilliMinor),
      ],
    })),
    {
      key: 'other',
      cells: [
        t(bands.length > 0 ? 'charge.otherHours' : 'tariff.allHours'),
        '',
        '',
        amounts.perKwh(tariff.pricePerKwhMilliMinor),
      ],
    },
  ]
  return (
    <Box
      component="section"
      aria-labelledby={titleId}
      sx={{ p: 5, bgcolor: 'background.paper', border: '1px solid', borderColor: 'divider', borderRadius: 1 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 3, mb: 3 }}>
        <Typography variant="h2" id={titleId} sx={{ flex: 1 }}>
          {untilDay === null
            ? t('tariff.from', { from: amounts.day(fromDay) })
            : t('tariff.fromUntil', { from: amounts.day(fromDay), until: amounts.day(untilDay) })}
        </Typography>
        <Typography color={state === 'in-force' ? 'textPrimary' : 'textSecondary'}>
          {t(`tariff.state.${state}`)}
        </Typography>
        {tariff.removable && <RemoveTariff tariffId={tariff.id} day={amounts.day(fromDay)} />}
      </Box>
      <Box sx={{ mb: 4 }}>
        <PlainTable
          label={t('tariff.prices')}
          head={[t('tariff.name'), t('tariff.days'), t('tariff.hours'), t('tariff.price')]}
          numbers={[3]}
          rows={prices}
        />
      </Box>
      <FactList
        facts={[
          ...(tariff.feePerSessionMinor > 0
            ? [{ name: t('tariff.sessionFee'), value: amounts.money(tariff.feePerSessionMinor) }]
            : []),
          ...(tariff.feePerMonthMinor > 0
            ? [{ name: t('tariff.monthFee'), value: amounts.money(tariff.feePerMonthMinor) }]
            : []),
          {
            name: tax.name || t('charge.tax'),
            value:
              tax.rateMillionths === 0
                ? t('rules.noTax')
                : t(tax.included ? 'rules.taxIncluded' : 'rules.taxAdded', { rate }),
          },
          {
            name: t('tariff.rounding'),
            value: t(`rules.round.${rounding.what}`, { mode: t(`rules.mode.${rounding.mode}`) }),
          },
        ]}
      />
    </Box>
  )
}

function RemoveTariff({ tariffId, day }: { readonly tariffId: number; readonly day: string }) {
  const { t } = useTranslation('reports')
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const remove = useMutation(
    orpc.tariffs.remove.mutationOptions({
      onSuccess: ({ kind }) =>
        notice(
          kind === 'in-use' ? { text: t('tariff.inUse'), severity: 'error' } : { text: t('tariff.removed', { day }) },
        ),
      onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
      onSettled: () => queries.invalidateQueries({ queryKey: orpc.tariffs.key() }),
    }),
  )
  return (
    <PermittedButton
      call="tariffs.remove"
      size="small"
      loading={remove.isPending}
      onClick={() => remove.mutate({ tariffId })}
    >
      {t('tariff.remove')}
    </PermittedButton>
  )
}
