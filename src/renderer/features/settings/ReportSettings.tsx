import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useSite } from '@renderer/app/SiteContext'
import { ErrorState, LoadingState, Permitted, Section, useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import { ADDRESS_LINE_MAX_LENGTH, ADDRESS_LINES_MAX, type Issuer } from '@shared/contract/reports'
import { showUnprintable } from '@shared/printable'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Who gives statements out, and in which money. */
export function ReportSettings() {
  const { t } = useTranslation('reports')
  const query = useQuery(useOrpc().reports.issuer.queryOptions())
  return (
    <Box sx={{ maxWidth: 720 }}>
      <Section top title={t('issuer.title')}>
        {query.data ? (
          <Permitted call="reports.setIssuer">
            <IssuerForm key={JSON.stringify(query.data)} issuer={query.data} />
          </Permitted>
        ) : query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingState rows={3} />
        )}
      </Section>
    </Box>
  )
}

function IssuerForm({ issuer }: { readonly issuer: Issuer }) {
  const { t } = useTranslation('reports')
  const { name } = useSite()
  const orpc = useOrpc()
  const queries = useQueryClient()
  const notice = useNotice()
  const explain = useExplain()
  const [address, setAddress] = useState(issuer.addressLines.join('\n'))
  const [currency, setCurrency] = useState(issuer.currency)
  const lines = address.split('\n').map((line) => line.trim())
  const isLong = lines.length > ADDRESS_LINES_MAX || lines.some((line) => line.length > ADDRESS_LINE_MAX_LENGTH)
  const isCurrency = /^[A-Z]{3}$/.test(currency)
  const set = useMutation(
    orpc.reports.setIssuer.mutationOptions({
      onSuccess: ({ kind }) => {
        if (kind !== 'saved') return
        notice({ text: t('issuer.saved') })
        void queries.invalidateQueries({ queryKey: orpc.reports.key() })
        void queries.invalidateQueries({ queryKey: orpc.tariffs.key() })
      },
    }),
  )
  const wrong = set.isError
    ? explain(set.error).sentence
    : set.data?.kind === 'currency-in-use'
      ? t('issuer.inUse', { currency: set.data.currency })
      : set.data?.kind === 'no-currency'
        ? t('issuer.noCurrency')
        : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isLong && isCurrency) set.mutate({ addressLines: lines, currency })
  }
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 4, maxWidth: 480 }}>
      <Typography color="textSecondary">{t('issuer.text', { site: showUnprintable(name) })}</Typography>
      <TextField
        multiline
        minRows={3}
        label={t('issuer.address')}
        value={address}
        onChange={({ target }) => setAddress(target.value)}
        error={isLong}
        helperText={t('issuer.addressHint', { lines: ADDRESS_LINES_MAX, length: ADDRESS_LINE_MAX_LENGTH })}
      />
      <TextField
        label={t('issuer.currency')}
        value={currency}
        onChange={({ target }) => setCurrency(target.value.trim().toUpperCase())}
        error={!isCurrency}
        helperText={t('issuer.currencyHint')}
        autoComplete="off"
        sx={{ maxWidth: 200 }}
        slotProps={{ htmlInput: { maxLength: 3 } }}
      />
      {wrong !== null && (
        <Alert severity="error" variant="outlined">
          {wrong}
        </Alert>
      )}
      <Button type="submit" variant="contained" loading={set.isPending} sx={{ justifySelf: 'start' }}>
        {t('issuer.save')}
      </Button>
    </Box>
  )
}
