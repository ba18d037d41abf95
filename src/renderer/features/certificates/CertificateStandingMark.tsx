import { type Tone, ToneMark } from '@renderer/components/ToneMark'
import { useNow } from '@renderer/components/useNow'
import { useTranslation } from 'react-i18next'
import { type CertificateStanding, certificateStanding } from './certificateStanding'

/** How each standing looks. */
export const STANDING_LOOK: Readonly<Record<CertificateStanding, Tone>> = {
  valid: { shape: 'ring-tick', colour: 'good' },
  'ends-soon': { shape: 'triangle', colour: 'attention' },
  ended: { shape: 'dash', colour: 'danger' },
  'not-yet-valid': { shape: 'hourglass', colour: 'attention' },
  revoked: { shape: 'ring-cross', colour: 'danger' },
}

interface CertificateStandingMarkProps {
  readonly notBefore: number
  readonly notAfter: number
  readonly revoked?: boolean
}

/** Whether a certificate counts now, and whether its end is near. */
export function CertificateStandingMark(props: CertificateStandingMarkProps) {
  const { t } = useTranslation('certificates')
  const standing = certificateStanding(props, useNow())
  return <ToneMark {...STANDING_LOOK[standing]} word={t(`standing.${standing}`)} />
}
