import Typography from '@mui/material/Typography'
import { RelativeTime } from '@renderer/components'
import type { CertificateRequest } from '@shared/contract/requests'
import { useTranslation } from 'react-i18next'
import { DeliveryMark } from './marks'

interface DeliveryTextProps {
  readonly delivery: NonNullable<CertificateRequest['delivery']>
  readonly station: string
}

/** What became of a signed certificate, in a sentence with the station's own words. */
export function DeliveryText({ delivery, station }: DeliveryTextProps) {
  const { t } = useTranslation('requests')
  const { state, detail, changedAt } = delivery
  const sentence =
    state === 'refused' && detail
      ? t('delivery.refusedBecause', { station, detail })
      : t(`delivery.${state}`, { station })
  return (
    <>
      <DeliveryMark state={state} />
      <Typography sx={{ mt: 1 }}>{sentence}</Typography>
      <Typography variant="body2" color="textSecondary">
        <RelativeTime at={changedAt} />
      </Typography>
    </>
  )
}
