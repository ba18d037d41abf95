import Box from '@mui/material/Box'
import { type Tone, ToneMark } from '@renderer/components/ToneMark'
import { SIGNED_STANDINGS, type SignedCounts, type SignedStanding } from '@shared/contract/rollover'
import { useTranslation } from 'react-i18next'
import { STANDING_LOOK } from '../CertificateStandingMark'
import { TrustBox } from './TrustBox'

interface SignedBoxProps {
  readonly whose: 'stations' | 'devices'
  readonly counts: SignedCounts
  /** Its issuing CA counts no more. */
  readonly isBroken: boolean
}

const LOOK: Readonly<Record<SignedStanding, Tone>> = {
  ...STANDING_LOOK,
  refused: { shape: 'ring-cross', colour: 'attention' },
}

const PLACE = { stations: '/certificates/issued', devices: '/devices' } as const

/** What an issuing CA has signed for chargers or for devices: how many, and how they stand. */
export function SignedBox({ whose, counts, isBroken }: SignedBoxProps) {
  const { t } = useTranslation('certificates')
  return (
    <TrustBox title={t(`chain.whose.${whose}`)} to={PLACE[whose]} isBroken={isBroken}>
      {SIGNED_STANDINGS.filter((standing) => counts[standing] > 0).map((standing) => (
        <Box component="span" key={standing} sx={{ mt: 0.5 }}>
          <ToneMark {...LOOK[standing]} word={t(`chain.signed.${standing}`, { count: counts[standing] })} />
        </Box>
      ))}
    </TrustBox>
  )
}
