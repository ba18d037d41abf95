import type { Station } from '@shared/contract/stations'
import { useTranslation } from 'react-i18next'

/** “vendor X, model Y, serial Z, from 192.0.2.7”: what a station has told about itself, as far as it has. */
export function useStationFacts(): (station: Station) => string {
  const { t } = useTranslation(['stations', 'common'])
  return ({ vendor, model, serialNumber, remoteAddress }) => {
    const facts = [
      vendor && t('waiting.vendor', { vendor }),
      model && t('waiting.model', { model }),
      serialNumber && t('waiting.serial', { serial: serialNumber }),
      remoteAddress && t('waiting.from', { address: remoteAddress }),
    ].filter(Boolean)
    return facts.length === 0 ? t('waiting.noFacts') : facts.join(t('common:joint'))
  }
}
