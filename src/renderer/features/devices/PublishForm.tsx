import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import TextField from '@mui/material/TextField'
import { Section, useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import { isTopic } from '@shared/devices/topics'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Publishes one message in the name of the console. */
export function PublishForm() {
  const { t } = useTranslation('devices')
  const notice = useNotice()
  const explain = useExplain()
  const [draft, setDraft] = useState({ topic: 'test/hello', payload: '{"hello":"world"}', retain: false })
  const [isChecked, setIsChecked] = useState(false)
  const isBad = isChecked && !isTopic(draft.topic)
  const publish = useMutation(
    useOrpc().devices.publish.mutationOptions({
      onSuccess: ({ kind }, { topic }) => {
        if (kind === 'published') notice({ text: t('test.published', { topic }) })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (isTopic(draft.topic)) publish.mutate(draft)
  }
  const wrong = publish.isError
    ? explain(publish.error).sentence
    : publish.data?.kind === 'no-broker'
      ? t('test.noBroker')
      : null
  return (
    <Section top title={t('test.publish')}>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 4, mt: 3 }}>
        <TextField
          label={t('test.topic')}
          value={draft.topic}
          onChange={(event) => setDraft({ ...draft, topic: event.target.value })}
          error={isBad}
          helperText={isBad ? t('test.topicProblem') : undefined}
          autoComplete="off"
          slotProps={{ htmlInput: { spellCheck: false } }}
        />
        <TextField
          label={t('test.payload')}
          value={draft.payload}
          onChange={(event) => setDraft({ ...draft, payload: event.target.value })}
          multiline
          minRows={3}
          slotProps={{ htmlInput: { spellCheck: false } }}
        />
        <FormControlLabel
          control={
            <Checkbox
              checked={draft.retain}
              onChange={(event) => setDraft({ ...draft, retain: event.target.checked })}
            />
          }
          label={t('test.retain')}
        />
        {wrong !== null && (
          <Alert severity="error" variant="outlined">
            {wrong}
          </Alert>
        )}
        <PermittedButton
          call="devices.publish"
          type="submit"
          variant="outlined"
          loading={publish.isPending}
          sx={{ justifySelf: 'start' }}
        >
          {t('test.publish')}
        </PermittedButton>
      </Box>
    </Section>
  )
}
