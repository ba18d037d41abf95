import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { FactList, RelativeTime, Section, useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useTell } from '@renderer/i18n/useTell'
import { useClient } from '@renderer/link'
import type { UpdateState } from '@shared/contract/updates'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Where newer versions are looked for, if anywhere. */
export function UpdateFeed({ state }: { readonly state: UpdateState }) {
  const { t } = useTranslation('updates')
  const { feed } = state
  return (
    <Section title={t('feed.title')}>
      <Box sx={{ display: 'grid', gap: 3 }}>
        <Typography color="textSecondary">{t('feed.text')}</Typography>
        {feed.isOn ? <Watched state={state} /> : <SwitchOn address={feed.address} />}
      </Box>
    </Section>
  )
}

function SwitchOn({ address: kept }: { readonly address: string }) {
  const { t } = useTranslation('updates')
  const client = useClient()
  const tell = useTell()
  const explain = useExplain()
  const [address, setAddress] = useState(kept)
  const [isChecked, setIsChecked] = useState(false)
  const set = useMutation({
    mutationFn: async (wanted: string) => {
      const outcome = await client.updates.setFeed({ isOn: true, address: wanted })
      // Whoever has just said where wants to know what is there; what comes of it stands in the state.
      if (outcome.kind === 'saved') void client.updates.look().catch(() => {})
      return outcome
    },
  })
  const isEmpty = address.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (!isEmpty) set.mutate(address)
  }
  const refused = set.data?.kind === 'refused' ? tell(set.data.reason) : null
  const problem = set.isError ? explain(set.error).sentence : refused
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 3, maxWidth: 480 }}>
      <TextField
        label={t('feed.address')}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
        error={isChecked && isEmpty}
        helperText={isChecked && isEmpty ? t('feed.none') : t('feed.hint')}
        autoComplete="off"
        slotProps={{ htmlInput: { spellCheck: false } }}
      />
      {problem !== null && (
        <Alert severity="error" variant="outlined" sx={{ overflowWrap: 'anywhere' }}>
          {problem}
        </Alert>
      )}
      <Box>
        <PermittedButton call="updates.setFeed" type="submit" variant="outlined" loading={set.isPending}>
          {t('feed.switchOn')}
        </PermittedButton>
      </Box>
    </Box>
  )
}

function Watched({ state }: { readonly state: UpdateState }) {
  const { t } = useTranslation('updates')
  const client = useClient()
  const notice = useNotice()
  const tell = useTell()
  const explain = useExplain()
  const { address, lookedAt, problem } = state.feed
  const onError = (error: Error) => notice({ text: explain(error).sentence, severity: 'error' })
  const look = useMutation({ mutationFn: () => client.updates.look(), onError })
  const off = useMutation({
    mutationFn: () => client.updates.setFeed({ isOn: false, address }),
    onSuccess: () => notice({ text: t('feed.off') }),
    onError,
  })
  const outcome = () => {
    if (problem !== null) return tell(problem)
    if (state.found) return t('feed.newer', { version: state.found.version })
    return t('feed.newest')
  }
  return (
    <>
      <FactList
        facts={[
          { name: t('feed.on'), value: address },
          {
            name: t('feed.lookedAt'),
            value:
              lookedAt === null ? (
                t('feed.never')
              ) : (
                <span role="status">
                  <RelativeTime at={lookedAt} /> · {outcome()}
                </span>
              ),
          },
        ]}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <PermittedButton
          call="updates.look"
          variant="outlined"
          loading={look.isPending || state.looking}
          onClick={() => look.mutate()}
        >
          {t('feed.look')}
        </PermittedButton>
        <Button loading={off.isPending} onClick={() => off.mutate()}>
          {t('feed.switchOff')}
        </Button>
      </Box>
    </>
  )
}
