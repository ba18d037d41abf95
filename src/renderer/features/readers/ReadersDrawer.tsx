import { useSite } from '@renderer/app/SiteContext'
import { DetailDrawer, Section } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Calibration } from './Calibration'
import { KeyboardReader } from './KeyboardReader'
import { ReaderFacts } from './ReaderFacts'
import { StationForms } from './StationForms'

/** Readers at the desk, and how each and every charger writes numbers. `?station=<id>` begins a calibration. */
export function ReadersDrawer({ onClose }: { readonly onClose: () => void }) {
  const [search] = useSearchParams()
  const station = Number(search.get('station')) || undefined
  return <Open key={station} station={station} onClose={onClose} />
}

function Open({ station, onClose }: { readonly station: number | undefined; readonly onClose: () => void }) {
  const { t } = useTranslation('readers')
  const { reader } = useSite()
  const [calibrating, setCalibrating] = useState(station !== undefined)
  return (
    <DetailDrawer title={t('page.title')} onClose={onClose}>
      {/* Whoever comes to calibrate a charger finds that first. */}
      {calibrating && (
        <Section title={t('calibrate.open')}>
          <Calibration stationId={station} />
        </Section>
      )}
      <Section
        title={t('page.chargers')}
        aside={
          !calibrating && (
            <PermittedButton
              call="readers.calibrate"
              size="small"
              variant="outlined"
              onClick={() => setCalibrating(true)}
            >
              {t('calibrate.open')}
            </PermittedButton>
          )
        }
      >
        <StationForms />
      </Section>
      <Section title={t('page.usb')}>
        <ReaderFacts state={reader} />
      </Section>
      <Section title={t('keyboard.title')}>
        <KeyboardReader />
      </Section>
    </DetailDrawer>
  )
}
