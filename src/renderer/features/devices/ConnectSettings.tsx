import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { CopyText, EmptyState, ErrorState, FactList, LoadingState, Section } from '@renderer/components'
import { useCopy } from '@renderer/components/useCopy'
import { useOrpc } from '@renderer/link'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { connectText, endpointOf, PROGRAMS, type Program } from './connectTexts'

/** Where devices reach the site, and settings for programs to copy. */
export function ConnectSettings() {
  const { t } = useTranslation('devices')
  const query = useQuery(useOrpc().devices.endpoints.queryOptions())
  const copy = useCopy()
  const [program, setProgram] = useState<Program>('enrol')
  if (query.isPending) return <LoadingState rows={4} />
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const { api, mqtt, mqttAlone } = query.data
  const endpoint = endpointOf(api[0], mqttAlone[0])
  if (!endpoint) return <EmptyState title={t('connect.noTls')} />
  const text = connectText(program, endpoint)
  const addresses = (urls: readonly string[]) => (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {urls.map((url) => (
        <CopyText key={url} text={url} what={t('connect.address')} />
      ))}
    </Box>
  )
  return (
    <Box sx={{ overflowY: 'auto', minHeight: 0, pb: 6, display: 'grid', gap: 6, maxWidth: 860, alignContent: 'start' }}>
      <Section top title={t('connect.addresses')}>
        <FactList
          facts={[
            { name: t('connect.api'), value: addresses(api) },
            { name: t('connect.mqtt'), value: addresses([...mqtt, ...mqttAlone]) },
          ]}
        />
      </Section>
      <Box sx={{ display: 'grid', gap: 4 }}>
        <Typography color="textSecondary">{t('connect.text')}</Typography>
        <Box sx={{ display: 'flex', gap: 3, alignItems: 'center', flexWrap: 'wrap' }}>
          <TextField
            select
            label={t('connect.program')}
            value={program}
            onChange={(event) => setProgram(event.target.value as Program)}
            sx={{ minWidth: 280 }}
          >
            {PROGRAMS.map((each) => (
              <MenuItem key={each} value={each}>
                {t(`connect.programs.${each}`)}
              </MenuItem>
            ))}
          </TextField>
          <Button variant="outlined" onClick={() => copy(text, t('connect.what'))}>
            {t('connect.copy')}
          </Button>
        </Box>
        {program === 'homeAssistant' && endpoint.mqttPort === null && (
          <Alert severity="info" variant="outlined">
            {t('connect.alpn')}
          </Alert>
        )}
        <Box
          component="pre"
          tabIndex={0}
          role="region"
          aria-label={t(`connect.programs.${program}`)}
          sx={{
            m: 0,
            p: 4,
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
            overflowX: 'auto',
            bgcolor: 'background.paper',
          }}
        >
          <Typography variant="mono" component="code">
            {text}
          </Typography>
        </Box>
      </Box>
    </Box>
  )
}
