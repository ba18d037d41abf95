import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { CopyText, FactList, RelativeTime, Section, TimeSentence } from '@renderer/components'
import { useCopy } from '@renderer/components/useCopy'
import type { RequestCase } from '@shared/contract/requests'
import { useTranslation } from 'react-i18next'

/** Who asks. */
export function WhoAsks({ asked }: { readonly asked: RequestCase }) {
  const { t } = useTranslation('requests')
  const { owner, request } = asked
  const isStation = owner.kind === 'station'
  const maker = isStation ? [owner.vendor, owner.model].filter(Boolean).join(' ') : owner.model
  return (
    <Section title={t('case.who')}>
      <FactList
        facts={[
          { name: t(`case.${owner.kind}`), value: owner.name },
          { name: t('case.maker'), value: maker },
          ...(isStation ? [{ name: t('case.serialNumber'), value: owner.serialNumber }] : []),
          { name: t('case.address'), value: owner.remoteAddress },
          { name: t('case.now'), value: owner.online ? t('case.online') : t('case.offline') },
          {
            name: t('case.received'),
            value: (
              <>
                <RelativeTime at={request.receivedAt} />
                {request.times > 1 && (
                  <>
                    {' · '}
                    <TimeSentence
                      at={request.lastReceivedAt}
                      words={(when) => t('case.receivedAgain', { count: request.times, when })}
                    />
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}

/** What the certificate is for; OCPP 1.6 has one kind only and names none. */
function CertificateType({ asked: { owner, asked } }: { readonly asked: RequestCase }) {
  const { t } = useTranslation('requests')
  const spelt = asked.certificateType
  if (owner.kind === 'device') return t('case.forDevice')
  if (spelt === null) return t('case.forStation')
  if (spelt === 'ChargingStationCertificate') return `${t('case.forStation')} (${spelt})`
  if (spelt === 'V2GCertificate') return `${t('case.forPlugAndCharge')} (${spelt})`
  return spelt
}

/** What it asks for. */
export function WhatItAsksFor({ asked }: { readonly asked: RequestCase }) {
  const { t } = useTranslation('requests')
  const copy = useCopy()
  const { asked: wanted, request } = asked
  const { cameOver } = wanted
  const readable = request.status !== 'unreadable'
  return (
    <Section title={readable ? t('case.what') : t('case.whatCame')}>
      <FactList
        facts={[
          ...(readable
            ? [
                { name: t('case.subject'), value: wanted.subject },
                { name: t('case.key'), value: wanted.key },
                {
                  name: t('case.fingerprint'),
                  value: wanted.fingerprint && <CopyText text={wanted.fingerprint} what={t('case.fingerprint')} />,
                },
                { name: t('case.signature'), value: wanted.signatureAlgorithm },
                { name: t('case.certificateType'), value: <CertificateType asked={asked} /> },
              ]
            : []),
          {
            name: t('case.cameOver'),
            value: t('case.cameOverText', {
              transport: cameOver.transport === 'wss' ? t('case.encrypted') : t('case.plain'),
              address: cameOver.remoteAddress,
              protocol: cameOver.protocol,
            }),
          },
        ]}
      />
      <Box
        component="details"
        sx={{ mt: 3, '& summary': { cursor: 'pointer', width: 'fit-content', color: 'text.secondary' } }}
      >
        <summary>{readable ? t('case.pem') : t('case.asItCame')}</summary>
        <Box
          component="pre"
          // It can be wider than the column: it has to be reachable by keyboard to be scrolled.
          tabIndex={0}
          sx={{
            overflowX: 'auto',
            maxHeight: 240,
            p: 3,
            my: 2,
            borderRadius: 1,
            bgcolor: 'surface.raised',
            fontSize: 12,
          }}
        >
          {wanted.pem}
        </Box>
        <Button
          size="small"
          variant="outlined"
          onClick={() => void copy(wanted.pem, readable ? t('case.request') : t('case.message'))}
        >
          {readable ? t('case.copyPem') : t('case.copyMessage')}
        </Button>
      </Box>
    </Section>
  )
}
