import { type Tone, ToneMark } from '@renderer/components/ToneMark'
import { useNow } from '@renderer/components/useNow'
import { useFormat } from '@renderer/i18n/useFormat'
import type { AuthorityGeneration } from '@shared/contract/rollover'
import { useTranslation } from 'react-i18next'
import { CertificateStandingMark } from '../CertificateStandingMark'
import { certificateStanding } from '../certificateStanding'
import { TrustBox } from './TrustBox'

const LOOK: Readonly<Record<AuthorityGeneration['state'], Tone>> = {
  next: { shape: 'hourglass', colour: 'attention' },
  current: { shape: 'ring-tick', colour: 'good' },
  old: { shape: 'half-disc', colour: 'attention' },
  retired: { shape: 'dash', colour: 'quiet' },
}

/** How an authority stands in the replacement of one by the other. */
export function AuthorityMark({ state }: { readonly state: AuthorityGeneration['state'] }) {
  const { t } = useTranslation('certificates')
  return <ToneMark {...LOOK[state]} word={t(`chain.state.${state}`)} />
}

/** “Root 1”, “Issuing CA 2”. */
export function useAuthorityName(): (authority: Pick<AuthorityGeneration, 'role' | 'generation'>) => string {
  const { t } = useTranslation('certificates')
  return ({ role, generation }) => t(`chain.${role}`, { generation })
}

interface AuthorityBoxProps {
  readonly authority: AuthorityGeneration
  readonly signedBy: AuthorityGeneration | null
  readonly crossedWith: readonly AuthorityGeneration[]
  readonly to: string
}

/** A root or an issuing CA: how it stands, until when it is valid, and where its private key lies. */
export function AuthorityBox({ authority, signedBy, crossedWith, to }: AuthorityBoxProps) {
  const { t } = useTranslation('certificates')
  const format = useFormat()
  const name = useAuthorityName()
  const now = useNow()
  const { state, notBefore, notAfter, key } = authority
  const counts = certificateStanding(authority, now) === 'valid'
  return (
    <TrustBox
      title={name(authority)}
      to={to}
      isBroken={state === 'next' || state === 'retired'}
      mark={<AuthorityMark state={state} />}
    >
      {signedBy && <span className="visually-hidden">{t('chain.signedBy', { who: name(signedBy) })}</span>}
      <span>{t('chain.until', { when: format.date(notAfter) })}</span>
      {!counts && <CertificateStandingMark notBefore={notBefore} notAfter={notAfter} />}
      <span>{t(`chain.key.${key}`)}</span>
      {crossedWith.map((other) => (
        <span key={other.id}>{t('chain.crossed', { other: name(other) })}</span>
      ))}
    </TrustBox>
  )
}
