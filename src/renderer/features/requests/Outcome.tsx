import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { FactList, RelativeTime, Section } from '@renderer/components'
import { PEM_TYPE, safeFileName, saveText } from '@renderer/components/saveText'
import { useCopy } from '@renderer/components/useCopy'
import type { RequestCase } from '@shared/contract/requests'
import { useTranslation } from 'react-i18next'
import { useCertificateFacts } from '../certificates/certificateFacts'
import { DeliveryText } from './DeliveryText'
import type { Desk } from './useDesk'

interface OutcomeProps {
  readonly asked: RequestCase
  readonly desk: Pick<Desk, 'reopen' | 'resend' | 'settle' | 'busy'>
}

/** What was decided, what became of it, and the certificate itself. */
export function Outcome({ asked, desk }: OutcomeProps) {
  const { t } = useTranslation(['requests', 'certificates'])
  const facts = useCertificateFacts()
  const copy = useCopy()
  const { request, decision, certificate } = asked
  const station = request.owner.name
  return (
    <>
      {request.delivery && (
        <Section title={t('delivery.heading')}>
          <DeliveryText delivery={request.delivery} station={station} />
          {request.delivery.state === 'refused' && (
            <>
              <Typography sx={{ mt: 2 }}>{t('outcome.refusedHelp')}</Typography>
              <Box sx={{ display: 'flex', gap: 2, mt: 3, flexWrap: 'wrap' }}>
                <Button variant="contained" onClick={() => desk.resend(request)} disabled={desk.busy}>
                  {t('outcome.resend')}
                </Button>
                <Button variant="outlined" onClick={() => desk.settle(request)} disabled={desk.busy}>
                  {t('outcome.settle')}
                </Button>
              </Box>
            </>
          )}
        </Section>
      )}
      {decision && (
        <Section title={t('decision.heading')}>
          <FactList
            facts={[
              {
                name: request.status === 'rejected' ? t('status.rejected') : t('status.approved'),
                value: (
                  <>
                    {decision.by} · <RelativeTime at={decision.decidedAt} />
                  </>
                ),
              },
              { name: t('decision.reason'), value: decision.reason === '' ? t('decision.noReason') : decision.reason },
            ]}
          />
          {request.status === 'rejected' && (
            <Button variant="outlined" onClick={() => desk.reopen(request)} disabled={desk.busy} sx={{ mt: 3 }}>
              {t('outcome.reopen')}
            </Button>
          )}
        </Section>
      )}
      {certificate && (
        <Section title={t('certificate')}>
          <FactList facts={facts(certificate)} />
          <Box sx={{ display: 'flex', gap: 2, mt: 3, flexWrap: 'wrap' }}>
            <Button
              size="small"
              variant="outlined"
              onClick={() => void copy(certificate.pem, t('certificates:facts.pem'))}
            >
              {t('certificates:facts.copyPem')}
            </Button>
            <Button
              size="small"
              variant="outlined"
              onClick={() =>
                saveText(certificate.pem, safeFileName(t('certificates:facts.stationFile', { station })), PEM_TYPE)
              }
            >
              {t('certificates:facts.save')}
            </Button>
          </Box>
        </Section>
      )}
    </>
  )
}
