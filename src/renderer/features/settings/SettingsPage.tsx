import Box from '@mui/material/Box'
import { PageTitle } from '@renderer/components'
import { useTranslation } from 'react-i18next'
import { ScriptSettings } from './automation/ScriptSettings'
import { BackupSettings } from './BackupSettings'
import { DesktopSettings } from './DesktopSettings'
import { ReachSettings } from './reach/ReachSettings'
import { SecondPeople } from './SecondPeople'

/** What is decided once for the whole site. */
export default function SettingsPage() {
  const { t } = useTranslation('settings')
  return (
    <>
      <PageTitle title={t('title')} />
      <Box sx={{ display: 'grid', gap: 10, pb: 8 }}>
        <ReachSettings />
        <SecondPeople />
        <ScriptSettings />
        <BackupSettings />
        <DesktopSettings />
      </Box>
    </>
  )
}
