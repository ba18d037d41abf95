import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { PageTitle } from '@renderer/components'
import { useTranslation } from 'react-i18next'
import { Link, useMatch, useNavigate } from 'react-router'
import { AddFirmware } from './AddFirmware'
import { FileDrawer } from './FileDrawer'
import { FileTable } from './FileTable'

const TABS = ['firmware', 'logs'] as const

/** Firmware that stations fetch, and the logs that they put here; at /files/<tab>/<number of a file, or “new”>. */
export default function FilesPage() {
  const { t } = useTranslation('files')
  const navigate = useNavigate()
  const { tab: named, file } = useMatch('/files/:tab/:file?')?.params ?? {}
  const tab = TABS.find((each) => each === named) ?? 'firmware'
  const openId = Number(file) > 0 ? Number(file) : null
  const close = () => void navigate(`/files/${tab}`)
  const open = (fileId: number) => void navigate(`/files/${tab}/${fileId}`)
  return (
    <Box sx={{ height: '100%', minHeight: 480, display: 'flex', flexDirection: 'column' }}>
      <PageTitle
        title={t('title')}
        action={
          <Button component={Link} to="/files/firmware/new" variant="contained">
            {t('add')}
          </Button>
        }
      />
      <Tabs value={tab} aria-label={t('tabs.label')} sx={{ mb: 4, borderBottom: 1, borderColor: 'divider' }}>
        {TABS.map((each) => (
          <Tab
            key={each}
            value={each}
            label={t(`tabs.${each}`)}
            component={Link}
            to={`/files/${each}`}
            id={`files-tab-${each}`}
            aria-controls="files-panel"
          />
        ))}
      </Tabs>
      <Box
        id="files-panel"
        role="tabpanel"
        aria-labelledby={`files-tab-${tab}`}
        sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
      >
        <FileTable key={tab} group={tab} openId={openId} onOpen={open} />
      </Box>
      {file === 'new' && <AddFirmware onClose={close} onAdded={close} />}
      {openId !== null && <FileDrawer key={openId} fileId={openId} onClose={close} />}
    </Box>
  )
}
