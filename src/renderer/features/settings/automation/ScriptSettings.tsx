import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { CopyText, ErrorState, LoadingState, Section } from '@renderer/components'
import { Permitted } from '@renderer/components/Permitted'
import { useTell } from '@renderer/i18n/useTell'
import { values } from '@renderer/link/feeds'
import { useLatest } from '@renderer/link/useFeed'
import { useTranslation } from 'react-i18next'
import { MakeScriptToken } from './MakeScriptToken'
import { ScriptPort } from './ScriptPort'
import { ScriptTokens } from './ScriptTokens'

/** Whether scripts are served, where, and with which tokens. */
export function ScriptSettings() {
  const { t } = useTranslation('automation')
  return (
    <Section top title={t('title')}>
      <Box sx={{ display: 'grid', gap: 4, maxWidth: 720 }}>
        <Typography color="textSecondary">{t('text')}</Typography>
        <Permitted call="apiTokens.configure" leaveOut>
          <Scripts />
        </Permitted>
      </Box>
    </Section>
  )
}

function Scripts() {
  const { t } = useTranslation('automation')
  const tell = useTell()
  const live = useLatest(values.automation)
  const state = live.data
  if (state === undefined) {
    return live.state === 'failed' ? <ErrorState error={live.error} onRetry={live.retry} /> : <LoadingState rows={3} />
  }
  return (
    <>
      {state.url === null ? (
        <Alert severity="info" variant="outlined">
          {t('off')}
        </Alert>
      ) : (
        <Box>
          <Typography>
            {t('on')} <CopyText text={state.url} what={t('url')} />
          </Typography>
          <Typography color="textSecondary">{t('document', { url: state.url })}</Typography>
        </Box>
      )}
      {state.problem !== null && (
        <Alert severity="error" variant="outlined">
          {t('problem', { problem: tell(state.problem) })}
        </Alert>
      )}
      {state.byOption ? <Typography color="textSecondary">{t('byOption')}</Typography> : <ScriptPort state={state} />}
      <ScriptTokens tokens={state.tokens} />
      <MakeScriptToken />
    </>
  )
}
