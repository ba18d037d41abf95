import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useFormat } from '@renderer/i18n/useFormat'
import type { RequestCase } from '@shared/contract/requests'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'

/** The chain as boxes from the station's certificate to the root; read out, it is an ordered list. */
export function Chain({ chain, decided }: { chain: RequestCase['chain']; decided: boolean }) {
  const { t } = useTranslation('requests')
  const format = useFormat()
  if (chain.length === 0) return <Typography color="textSecondary">{t('case.chainNone')}</Typography>
  return (
    <Box
      component="ol"
      aria-label={decided ? t('case.chainNow') : t('case.chain')}
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', alignItems: 'stretch', flexWrap: 'wrap', rowGap: 2 }}
    >
      {chain.map(({ subject, notAfter, role }, index) => (
        <Box component="li" key={role} sx={{ display: 'flex', alignItems: 'center', flex: '1 1 150px', minWidth: 0 }}>
          {index > 0 && <SignedBy word={t('case.signedBy')} />}
          <Box
            sx={{
              flex: 1,
              minWidth: 0,
              height: '100%',
              px: 3,
              py: 2,
              border: 1,
              // What does not exist yet is drawn dashed.
              borderStyle: (role === 'station' || role === 'device') && !decided ? 'dashed' : 'solid',
              borderColor: 'divider',
              borderRadius: 1,
              bgcolor: 'surface.raised',
            }}
          >
            <Typography variant="body2" color="textSecondary">
              {t(`case.role.${role}`)}
            </Typography>
            <Typography sx={{ overflowWrap: 'anywhere', fontWeight: 550 }}>{showUnprintable(subject)}</Typography>
            <Typography variant="body2" color="textSecondary">
              {t('case.validUntil', { date: format.date(notAfter) })}
            </Typography>
          </Box>
        </Box>
      ))}
    </Box>
  )
}

function SignedBy({ word }: { word: string }) {
  return (
    <Box component="span" sx={{ color: 'text.secondary', px: 1.5, flex: 'none', display: 'inline-flex' }}>
      <svg width="20" height="12" viewBox="0 0 20 12" fill="none" stroke="currentColor" strokeWidth="1.5" role="img">
        <title>{word}</title>
        <path d="M19 6H2M6 2 2 6l4 4" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </Box>
  )
}
