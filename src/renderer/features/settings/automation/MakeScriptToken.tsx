import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { ShownOnce } from '@renderer/components/ShownOnce'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import { API_SCOPES, type ApiScope } from '@shared/contract/apiTokens'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

const DAY_MS = 24 * 3_600_000
const ENDS = { day: DAY_MS, month: 30 * DAY_MS, year: 365 * DAY_MS, never: null } as const
type End = keyof typeof ENDS

/** Makes a token for scripts, and shows it once. */
export function MakeScriptToken() {
  const { t } = useTranslation('automation')
  const explain = useExplain()
  const [draft, setDraft] = useState<{ name: string; scope: ApiScope; end: End }>({
    name: '',
    scope: 'read',
    end: 'month',
  })
  const [isChecked, setIsChecked] = useState(false)
  const isNameless = draft.name.trim() === ''
  const make = useMutation(useOrpc().apiTokens.makeToken.mutationOptions({}))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (isNameless) return
    const lasts = ENDS[draft.end]
    make.mutate({ name: draft.name, scope: draft.scope, endsAt: lasts === null ? null : Date.now() + lasts })
  }
  const startAnew = () => {
    make.reset()
    setDraft({ ...draft, name: '' })
    setIsChecked(false)
  }
  if (make.data?.kind === 'made') {
    return (
      <Box sx={{ display: 'grid', gap: 3, justifyItems: 'start' }}>
        <ShownOnce text={make.data.token} what={t('what')} words={t('done')} />
        <Button variant="outlined" onClick={startAnew}>
          {t('copied')}
        </Button>
      </Box>
    )
  }
  const wrong = make.isError
    ? explain(make.error).sentence
    : make.data?.kind === 'too-many'
      ? t('tooMany', { most: make.data.most })
      : null
  const isTaken = make.data?.kind === 'name-taken' && make.variables?.name === draft.name
  const nameProblem = isChecked && isNameless ? t('nameMissing') : isTaken ? t('nameTaken') : undefined
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 4, maxWidth: 480 }}>
      <TextField
        label={t('name')}
        value={draft.name}
        onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        error={nameProblem !== undefined}
        helperText={nameProblem}
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 60 } }}
      />
      <TextField
        select
        label={t('scope')}
        value={draft.scope}
        onChange={(event) => setDraft({ ...draft, scope: event.target.value as ApiScope })}
        helperText={t(`scopeHint.${draft.scope}`)}
      >
        {API_SCOPES.map((each) => (
          <MenuItem key={each} value={each}>
            {t(`scopes.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t('ends')}
        value={draft.end}
        onChange={(event) => setDraft({ ...draft, end: event.target.value as End })}
      >
        {(Object.keys(ENDS) as End[]).map((each) => (
          <MenuItem key={each} value={each}>
            {t(`end.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      {wrong !== null && (
        <Alert severity="error" variant="outlined">
          {wrong}
        </Alert>
      )}
      <Button type="submit" variant="outlined" loading={make.isPending} sx={{ justifySelf: 'start' }}>
        {t('make')}
      </Button>
    </Box>
  )
}
