import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Section, StatusShape } from '@renderer/components'
import type { SessionDoubt } from '@shared/ocpp/session'
import { useTranslation } from 'react-i18next'

/** Why a session can't be taken at face value, each doubt in words. */
export function Doubts({ doubts }: { readonly doubts: readonly SessionDoubt[] }) {
  const { t } = useTranslation('sessions')
  return (
    <Section title={t('doubts')}>
      <Box
        component="ul"
        sx={{ listStyle: 'none', m: 0, p: 0, border: 1, borderColor: 'status.attention', borderRadius: 1 }}
      >
        {doubts.map((doubt) => (
          <Box component="li" key={doubt} sx={{ display: 'flex', gap: 3, px: 4, py: 3 }}>
            <Box component="span" sx={{ color: 'status.attention', mt: 0.5 }}>
              <StatusShape shape="triangle" />
            </Box>
            <div>
              <Typography sx={{ fontWeight: 600 }}>{t(`doubt.${doubt}.short`)}</Typography>
              <Typography>{t(`doubt.${doubt}.text`)}</Typography>
            </div>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
