import { DetailDrawer, EmptyState, ErrorState, FactList, LoadingState, Section } from '@renderer/components'
import { useFormat } from '@renderer/i18n/useFormat'
import { useOrpc } from '@renderer/link'
import type { AuthorityGeneration } from '@shared/contract/rollover'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSite } from '../../../app/SiteContext'
import { useCertificateFacts } from '../certificateFacts'
import { PemActions } from '../PemActions'
import { AuthorityMark, useAuthorityName } from './AuthorityBox'

interface AuthorityDrawerProps {
  readonly authorityId: number
  readonly onClose: () => void
}

/** One root or issuing CA of any generation: how it stands, and what its certificate says. */
export function AuthorityDrawer({ authorityId, onClose }: AuthorityDrawerProps) {
  const { t } = useTranslation('certificates')
  const found = useQuery(useOrpc().rollOver.get.queryOptions())
  const authority = found.data?.authorities.find(({ id }) => id === authorityId)
  if (authority) return <Detail authority={authority} onClose={onClose} />
  return (
    <DetailDrawer title={t('authority.heading')} onClose={onClose}>
      {found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <EmptyState title={t('chain.gone')} />
      ) : (
        <LoadingState rows={5} />
      )}
    </DetailDrawer>
  )
}

function Detail({ authority, onClose }: { readonly authority: AuthorityGeneration; readonly onClose: () => void }) {
  const { t } = useTranslation('certificates')
  const format = useFormat()
  const site = useSite()
  const name = useAuthorityName()
  const facts = useCertificateFacts()
  const { state, role, key, keyAwayAt, changedAt, listUntil, leaves, pem } = authority
  const title = name(authority)
  return (
    <DetailDrawer
      title={title}
      mark={<AuthorityMark state={state} />}
      subtitle={t('authority.heading')}
      onClose={onClose}
      actions={<PemActions pem={pem} file={`${site.name} ${title}.pem`} />}
    >
      <Section title={t('chain.standing')}>
        <FactList
          facts={[
            ...(changedAt === null ? [] : [{ name: t('chain.since'), value: format.dateTime(changedAt) }]),
            {
              name: t('chain.privateKey'),
              value: keyAwayAt === null ? t(`chain.key.${key}`) : t('chain.keyAway', { when: format.date(keyAwayAt) }),
            },
            ...(role === 'issuing' ? [{ name: t('chain.leaves'), value: format.number(leaves) }] : []),
            {
              name: t('chain.list'),
              value: listUntil === null ? t('chain.listNone') : t('chain.until', { when: format.date(listUntil) }),
            },
          ]}
        />
      </Section>
      <Section title={t('facts.pem')}>
        <FactList facts={facts(authority)} />
      </Section>
    </DetailDrawer>
  )
}
