import Box from '@mui/material/Box'
import { PageTitle } from '@renderer/components'
import { useTranslation } from 'react-i18next'
import { FrameLog } from './FrameLog'

/** Every frame of every charger, at `#/log`; one of them at `#/log/<number>`. */
export default function FramesPage() {
  const { t } = useTranslation('frames')
  return (
    <Box sx={{ height: '100%', minHeight: 480, display: 'flex', flexDirection: 'column' }}>
      <PageTitle title={t('title')} />
      <FrameLog here="/log" />
    </Box>
  )
}
