import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { TimeSentence } from '@renderer/components'
import type { CertificateRequest, SecondPerson } from '@shared/contract/requests'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { SecondFields } from './SecondFields'
import { useSecondPerson } from './useSecondPerson'

interface ConfirmSecondProps {
  readonly first: NonNullable<CertificateRequest['firstApproval']>
  readonly busy: boolean
  /** Gives how long nobody is listened to when the second person does not count; null when they do. */
  readonly onConfirm: (second: SecondPerson) => Promise<number | null>
}

/** The approval of the second person, beside the one that is kept already. */
export function ConfirmSecond({ first, busy, onConfirm }: ConfirmSecondProps) {
  const { t } = useTranslation('requests')
  const second = useSecondPerson()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { person } = second
    if (person === null || busy) return
    void onConfirm(person).then((waitMs) => (waitMs === null ? second.clear() : second.refused(waitMs)))
  }
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 3 }}>
      <Typography>
        <TimeSentence at={first.at} words={(when) => t('second.first', { by: first.by, when })} />
        {first.reason !== '' && <> · {first.reason}</>}
        <br />
        {t('second.needed')}
      </Typography>
      <SecondFields of={second} disabled={busy}>
        <Button type="submit" variant="contained" disabled={busy || second.person === null}>
          {t('second.confirm')}
        </Button>
      </SecondFields>
    </Box>
  )
}
