import Button from '@mui/material/Button'
import { PageTitle } from '@renderer/components'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EnergyView } from './EnergyView'

/** What the whole site delivered over time. */
export default function EnergyPage() {
  const { t } = useTranslation('energy')
  return (
    <>
      <PageTitle
        title={t('title')}
        action={
          <Button component={Link} to="/sessions" variant="outlined">
            {t('toSessions')}
          </Button>
        }
      />
      <EnergyView />
    </>
  )
}
