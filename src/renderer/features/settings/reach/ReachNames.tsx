import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { FactList, RelativeTime, Section, useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import { EXTRA_NAMES_MAX, type PortsState } from '@shared/contract/ports'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { namesOf, typedNames } from './typedNames'

/** Names and addresses: those that were found, those in the certificate, and those that a person adds. */
export function ReachNames({ state }: { readonly state: PortsState }) {
  const { t } = useTranslation('reach')
  const notice = useNotice()
  const explain = useExplain()
  const [text, setText] = useState(state.extra.join('\n'))
  const typed = typedNames(text)
  const tooMany = typed.length > EXTRA_NAMES_MAX
  const save = useMutation(
    useOrpc().ports.setNames.mutationOptions({
      onSuccess: (outcome) => {
        if (outcome.kind !== 'saved') return
        setText(outcome.extra.join('\n'))
        notice({ text: t(state.certificate ? 'names.saved' : 'names.savedLater') })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!tooMany) save.mutate({ extra: typed })
  }
  const problems = save.data?.kind === 'bad-names' ? save.data.problems : []
  const { certificate } = state
  return (
    <Section title={t('names.title')}>
      <FactList
        facts={[
          { name: t('names.found'), value: namesOf(state.found) },
          ...(certificate
            ? [
                { name: t('names.shown'), value: namesOf(certificate.names) },
                { name: t('names.until'), value: <RelativeTime at={certificate.notAfter} /> },
              ]
            : [{ name: t('names.shown'), value: t('names.none') }]),
        ]}
      />
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 4, maxWidth: 480, mt: 4 }}>
        <TextField
          multiline
          minRows={2}
          maxRows={8}
          label={t('names.label')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={tooMany || problems.length > 0}
          helperText={tooMany ? t('names.tooMany', { max: EXTRA_NAMES_MAX }) : t('names.hint')}
          slotProps={{ htmlInput: { spellCheck: false, autoCapitalize: 'none' } }}
        />
        {problems.length > 0 && (
          <Alert severity="error" variant="outlined" sx={{ overflowWrap: 'anywhere' }}>
            {problems.map(({ entry, problem }) => (
              <div key={entry}>{t(`names.problem.${problem}`, { entry })}</div>
            ))}
          </Alert>
        )}
        {save.isError && (
          <Alert severity="error" variant="outlined">
            {explain(save.error).sentence}
          </Alert>
        )}
        <PermittedButton
          call="ports.setNames"
          type="submit"
          variant="outlined"
          loading={save.isPending}
          sx={{ justifySelf: 'start' }}
        >
          {t('names.save')}
        </PermittedButton>
      </Box>
    </Section>
  )
}
