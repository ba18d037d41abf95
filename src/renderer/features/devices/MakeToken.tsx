import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { DetailDrawer } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { ShownOnce } from '@renderer/components/ShownOnce'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import { type DeviceToken, SIGNINGS } from '@shared/contract/devices'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PolicyFields } from './PolicyFields'
import { draftOf, readDraft } from './policyDraft'

const FORM = 'make-token'
const DAY_MS = 24 * 3_600_000
const ENDS = { day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS, never: null } as const
const USES = ['usesOne', 'usesMany', 'usesAny'] as const

interface TokenDraft {
  readonly name: string
  readonly signing: DeviceToken['signing']
  readonly uses: (typeof USES)[number]
  readonly usesMax: string
  readonly end: keyof typeof ENDS
}

/** Makes a token, and shows it once. */
export function MakeToken({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('devices')
  const orpc = useOrpc()
  const queries = useQueryClient()
  const explain = useExplain()
  const [draft, setDraft] = useState<TokenDraft>({
    name: '',
    signing: 'desk',
    uses: 'usesOne',
    usesMax: '10',
    end: 'day',
  })
  const [policy, setPolicy] = useState(() => draftOf({ read: [], write: [], clientIds: [] }))
  const [isChecked, setIsChecked] = useState(false)
  const most = Number(draft.usesMax)
  const problems = {
    name: draft.name.trim() === '',
    usesMax: draft.uses === 'usesMany' && (!Number.isInteger(most) || most < 2 || most > 1_000),
  }
  const make = useMutation(
    orpc.devices.makeToken.mutationOptions({
      onSuccess: () => void queries.invalidateQueries({ queryKey: orpc.devices.tokens.key() }),
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    const rights = readDraft(policy)
    if (problems.name || problems.usesMax || !rights) return
    const lasts = ENDS[draft.end]
    make.mutate({
      name: draft.name,
      signing: draft.signing,
      usesMax: draft.uses === 'usesOne' ? 1 : draft.uses === 'usesMany' ? most : null,
      endsAt: lasts === null ? null : Date.now() + lasts,
      policy: rights,
    })
  }
  const made = make.data?.kind === 'made' ? make.data : null
  return (
    <DetailDrawer
      narrow
      title={t('token.make')}
      onClose={onClose}
      actions={
        made ? (
          <Button variant="contained" onClick={onClose}>
            {t('token.close')}
          </Button>
        ) : (
          <PermittedButton
            call="devices.makeToken"
            type="submit"
            form={FORM}
            variant="contained"
            loading={make.isPending}
          >
            {t('token.submit')}
          </PermittedButton>
        )
      }
    >
      {made ? (
        <>
          <ShownOnce text={made.token} what={t('token.what')} words={t('token.done')} />
          <Typography sx={{ mt: 4 }}>{t('token.next')}</Typography>
        </>
      ) : (
        <Box component="form" id={FORM} noValidate onSubmit={submit} sx={{ display: 'grid', gap: 4 }}>
          <TextField
            autoFocus
            label={t('token.name')}
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
            error={isChecked && problems.name}
            helperText={isChecked && problems.name ? t('token.nameMissing') : t('token.nameHint')}
            autoComplete="off"
            slotProps={{ htmlInput: { maxLength: 60 } }}
          />
          <TextField
            select
            label={t('token.signing')}
            value={draft.signing}
            onChange={(event) => setDraft({ ...draft, signing: event.target.value as TokenDraft['signing'] })}
            helperText={t(`token.signingHint.${draft.signing}`)}
          >
            {SIGNINGS.map((each) => (
              <MenuItem key={each} value={each}>
                {t(`token.signings.${each}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            select
            label={t('token.uses')}
            value={draft.uses}
            onChange={(event) => setDraft({ ...draft, uses: event.target.value as TokenDraft['uses'] })}
          >
            {USES.map((each) => (
              <MenuItem key={each} value={each}>
                {t(`token.${each}`)}
              </MenuItem>
            ))}
          </TextField>
          {draft.uses === 'usesMany' && (
            <TextField
              label={t('token.usesMax')}
              value={draft.usesMax}
              onChange={(event) => setDraft({ ...draft, usesMax: event.target.value })}
              error={isChecked && problems.usesMax}
              helperText={isChecked && problems.usesMax ? t('token.usesMaxProblem') : undefined}
              slotProps={{ htmlInput: { inputMode: 'numeric' } }}
            />
          )}
          <TextField
            select
            label={t('token.ends')}
            value={draft.end}
            onChange={(event) => setDraft({ ...draft, end: event.target.value as TokenDraft['end'] })}
          >
            {(Object.keys(ENDS) as TokenDraft['end'][]).map((each) => (
              <MenuItem key={each} value={each}>
                {t(`token.end.${each}`)}
              </MenuItem>
            ))}
          </TextField>
          <PolicyFields draft={policy} onChange={setPolicy} isChecked={isChecked} parts={['read', 'write']} />
          {make.data?.kind === 'too-many' && (
            <Alert severity="error" variant="outlined">
              {t('token.tooMany', { most: make.data.most })}
            </Alert>
          )}
          {make.isError && (
            <Alert severity="error" variant="outlined">
              {explain(make.error).sentence}
            </Alert>
          )}
        </Box>
      )}
    </DetailDrawer>
  )
}
