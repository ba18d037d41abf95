import { PermittedButton } from '@renderer/components/PermittedButton'
import type { Station } from '@shared/contract/stations'
import { useTranslation } from 'react-i18next'
import { useAdmission } from './useAdmission'

interface AdmissionButtonsProps {
  readonly station: Station
  readonly size?: 'small' | 'medium'
}

/** Admit and Refuse, as far as the station is not already admitted or refused. */
export function AdmissionButtons({ station, size = 'medium' }: AdmissionButtonsProps) {
  const { t } = useTranslation('stations')
  const { admit, refuse, busy } = useAdmission()
  const { identity, admission } = station
  return (
    <>
      {admission !== 'refused' && (
        <PermittedButton
          call="stations.refuse"
          size={size}
          variant="outlined"
          disabled={busy}
          aria-label={t('refuseOne', { identity })}
          onClick={() => refuse(station)}
        >
          {t('refuse')}
        </PermittedButton>
      )}
      {admission !== 'admitted' && (
        <PermittedButton
          call="stations.admit"
          size={size}
          variant="contained"
          disabled={busy}
          aria-label={t('admitOne', { identity })}
          onClick={() => admit(station)}
        >
          {t('admit')}
        </PermittedButton>
      )}
    </>
  )
}
