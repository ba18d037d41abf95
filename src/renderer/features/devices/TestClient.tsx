import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useExplain } from '@renderer/i18n/useExplain'
import { isFilter } from '@shared/devices/topics'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MessageList } from './MessageList'
import { PublishForm } from './PublishForm'
import { useMessages, type Watch } from './useMessages'

/** A client of the broker for trying things: watches a filter, and publishes. */
export function TestClient() {
  const { t } = useTranslation('devices')
  const explain = useExplain()
  const [typed, setTyped] = useState('app/clients/#')
  const [watched, setWatched] = useState<Watch | null>(null)
  const [isChecked, setIsChecked] = useState(false)
  const { messages, error, clear } = useMessages(watched)
  // A watch that has ended by a fault is no watch: the same filter can be watched again.
  const filter = error === null ? (watched?.filter ?? null) : null
  const isBad = isChecked && !isFilter(typed.trim())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (isFilter(typed.trim())) setWatched({ filter: typed.trim() })
  }
  return (
    <Box sx={{ overflowY: 'auto', minHeight: 0, display: 'grid', gap: 5, alignContent: 'start', pb: 6 }}>
      <Typography color="textSecondary">{t('test.text')}</Typography>
      <Box
        sx={{ display: 'grid', gap: 6, gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 2fr) minmax(280px, 1fr)' } }}
      >
        <Box sx={{ display: 'grid', gap: 4, alignContent: 'start', minWidth: 0 }}>
          <Box component="form" noValidate onSubmit={submit} sx={{ display: 'flex', gap: 3, alignItems: 'flex-start' }}>
            <TextField
              label={t('test.filter')}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              error={isBad}
              helperText={isBad ? t('test.filterProblem') : t('test.filterHint')}
              autoComplete="off"
              sx={{ flex: 1 }}
              slotProps={{ htmlInput: { spellCheck: false } }}
            />
            <Button type="submit" variant="contained" sx={{ mt: 1 }}>
              {t('test.watch')}
            </Button>
            <Button disabled={filter === null} onClick={() => setWatched(null)} sx={{ mt: 1 }}>
              {t('test.stop')}
            </Button>
          </Box>
          {error !== null && (
            <Alert severity="error" variant="outlined">
              {t('test.failed', { reason: explain(error).sentence })}
            </Alert>
          )}
          <MessageList messages={messages} filter={filter} onClear={clear} />
        </Box>
        <PublishForm />
      </Box>
    </Box>
  )
}
