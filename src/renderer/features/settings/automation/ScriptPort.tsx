import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import type { ApiState } from '@shared/contract/apiTokens'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

const ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:]+)$/i

/** Opens, moves and closes the port. */
export function ScriptPort({ state }: { readonly state: ApiState }) {
  const { t } = useTranslation('automation')
  const notice = useNotice()
  const explain = useExplain()
  const [draft, setDraft] = useState({ bind: state.wanted.bind, port: String(state.wanted.port) })
  const [isChecked, setIsChecked] = useState(false)
  const port = Number(draft.port)
  const problems = {
    bind: !ADDRESS.test(draft.bind.trim()),
    port: !Number.isInteger(port) || port < 1 || port > 65_535,
  }
  const configure = useMutation(
    useOrpc().apiTokens.configure.mutationOptions({
      onSuccess: (outcome) => {
        if (outcome.kind === 'open') notice({ text: t('opened', { url: outcome.url }) })
        if (outcome.kind === 'closed') notice({ text: t('closed') })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (!problems.bind && !problems.port) configure.mutate({ enabled: true, bind: draft.bind.trim(), port })
  }
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 4, maxWidth: 480 }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: '2fr 1fr', gap: 4 }}>
        <TextField
          label={t('bind')}
          value={draft.bind}
          onChange={(event) => setDraft({ ...draft, bind: event.target.value })}
          error={isChecked && problems.bind}
          helperText={isChecked && problems.bind ? t('bindProblem') : t('bindHint')}
          autoComplete="off"
        />
        <TextField
          label={t('port')}
          value={draft.port}
          onChange={(event) => setDraft({ ...draft, port: event.target.value })}
          error={isChecked && problems.port}
          helperText={isChecked && problems.port ? t('portProblem') : undefined}
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        />
      </Box>
      {configure.isError && (
        <Alert severity="error" variant="outlined">
          {explain(configure.error).sentence}
        </Alert>
      )}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="outlined" loading={configure.isPending}>
          {t(state.url === null ? 'open' : 'change')}
        </Button>
        {state.url !== null && (
          <Button disabled={configure.isPending} onClick={() => configure.mutate({ ...state.wanted, enabled: false })}>
            {t('close')}
          </Button>
        )}
      </Box>
    </Box>
  )
}
