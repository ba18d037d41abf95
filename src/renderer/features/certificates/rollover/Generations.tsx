import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { CopyText } from '@renderer/components'
import { type Tone, ToneMark } from '@renderer/components/ToneMark'
import { useFormat } from '@renderer/i18n/useFormat'
import type { AuthorityGeneration } from '@shared/contract/rollover'
import { useTranslation } from 'react-i18next'

const LOOK: Readonly<Record<AuthorityGeneration['state'], Tone>> = {
  next: { shape: 'hourglass', colour: 'attention' },
  current: { shape: 'ring-tick', colour: 'good' },
  old: { shape: 'half-disc', colour: 'attention' },
  retired: { shape: 'dash', colour: 'quiet' },
}

/** Every root and issuing CA that there was, and how each stands. */
export function Generations({ authorities }: { readonly authorities: readonly AuthorityGeneration[] }) {
  const { t } = useTranslation('rollOver')
  const format = useFormat()
  return (
    <Box component="ul" aria-label={t('generations.heading')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {authorities.map((each) => (
        <Box
          component="li"
          key={each.id}
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            columnGap: 4,
            rowGap: 1,
            py: 2,
            '& + &': { borderTop: 1, borderColor: 'divider' },
          }}
        >
          <Typography sx={{ fontWeight: 600, flex: '0 0 120px' }}>
            {t(`generations.${each.role}`, { generation: each.generation })}
          </Typography>
          <Box sx={{ flex: '0 0 160px' }}>
            <ToneMark {...LOOK[each.state]} word={t(`generations.state.${each.state}`)} />
          </Box>
          <Typography component="div" sx={{ flex: '1 1 260px', color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {[
              t('generations.until', { when: format.date(each.notAfter) }),
              ...(each.role === 'issuing' ? [t('generations.leaves', { count: each.leaves })] : []),
              ...(each.key === 'away' ? [t('generations.keyAway')] : []),
              ...(each.key === 'erased' ? [t('generations.keyErased')] : []),
            ].join(' · ')}{' '}
            · <CopyText text={each.sha256} shown={`${each.sha256.slice(0, 17)}…`} what="SHA-256" />
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
