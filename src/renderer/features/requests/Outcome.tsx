import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { FactList, RelativeTime, Section } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { PEM_TYPE, safeFileName, saveText } from '@renderer/components/saveText'
import { useCopy } from '@renderer/components/useCopy'
import { useActorWords } from '@renderer/i18n/useActorWords'
import { useTell } from '@renderer/i18n/useTell'
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
  const actorWords = useActorWords()
  const tell = useTell()
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
                <PermittedButton
                  call="requests.resend"
                  variant="contained"
                  onClick={() => desk.resend(request)}
                  disabled={desk.busy}
                >
                  {t('outcome.resend')}
                </PermittedButton>
                <PermittedButton
                  call="requests.settle"
                  variant="outlined"
                  onClick={() => desk.settle(request)}
                  disabled={desk.busy}
                >
                  {t('outcome.settle')}
                </PermittedButton>
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
                    {actorWords(decision.by)} · <RelativeTime at={decision.decidedAt} />
                  </>
                ),
              },
              {
                name: t('decision.reason'),
                value:
                  decision.reason === ''
                    ? t('decision.noReason')
                    : tell({ text: decision.reason, code: decision.reasonCode, data: {} }),
              },
            ]}
          />
          {request.status === 'rejected' && (
            <PermittedButton
              call="requests.reopen"
              variant="outlined"
              onClick={() => desk.reopen(request)}
              disabled={desk.busy}
              sx={{ mt: 3 }}
            >
              {t('outcome.reopen')}
            </PermittedButton>
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
