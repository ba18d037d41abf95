import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { Section, useNotice } from '@renderer/components'
import { Permitted } from '@renderer/components/Permitted'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import { type PortsState, SHOWN_KEYS } from '@shared/contract/ports'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

/** Which of the two server certificates is shown, where the TLS library shows one only. */
export function ShownKey({ keys }: { readonly keys: PortsState['keys'] }) {
  const { t } = useTranslation('reach')
  const notice = useNotice()
  const explain = useExplain()
  const set = useMutation(
    useOrpc().ports.setShownKey.mutationOptions({
      onSuccess: (_, { key }) => notice({ text: t('keys.saved', { name: t(`keys.${key}`) }) }),
      onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
    }),
  )
  if (keys.both) {
    return (
      <Section title={t('keys.title')}>
        <Typography color="textSecondary">{t('keys.both')}</Typography>
      </Section>
    )
  }
  return (
    <Section title={t('keys.title')}>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {t('keys.one')}
      </Typography>
      <Permitted call="ports.setShownKey">
        <RadioGroup
          aria-label={t('keys.title')}
          value={keys.shown}
          onChange={(_, value) => {
            const key = SHOWN_KEYS.find((each) => each === value)
            if (key !== undefined) set.mutate({ key })
          }}
        >
          {SHOWN_KEYS.map((key) => (
            <Box key={key} sx={{ mb: 2 }}>
              <FormControlLabel value={key} control={<Radio disabled={set.isPending} />} label={t(`keys.${key}`)} />
              <Typography variant="body2" sx={{ color: 'text.secondary', pl: 8 }}>
                {t(`keys.${key}Means`)}
              </Typography>
            </Box>
          ))}
        </RadioGroup>
      </Permitted>
    </Section>
  )
}
