import { TabbedPage } from '@renderer/components'
import { ONE_STATION_FILTER } from '@renderer/components/list/oneStationFilter'
import { useBeside } from '@renderer/components/list/useListFilter'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useGoOn } from '@renderer/components/useGoOn'
import { useTranslation } from 'react-i18next'
import { useMatch, useNavigate } from 'react-router'
import { AddFirmware } from './AddFirmware'
import { FileDrawer } from './FileDrawer'
import { FileTable } from './FileTable'

const TABS = ['firmware', 'logs'] as const

/** Firmware that stations fetch, and the logs that they put here; at /files/<tab>/<number of a file, or “new”>. */
export default function FilesPage() {
  const { t } = useTranslation('files')
  const navigate = useNavigate()
  const goOn = useGoOn()
  const { tab: named, file } = useMatch('/files/:tab/:file?')?.params ?? {}
  const tab = TABS.find((each) => each === named) ?? 'firmware'
  const openId = Number(file) > 0 ? Number(file) : null
  const beside = useBeside(ONE_STATION_FILTER)
  const close = () => goOn(beside(`/files/${tab}`))
  const open = (fileId: number) => void navigate(beside(`/files/${tab}/${fileId}`))
  return (
    <TabbedPage
      name="files"
      title={t('title')}
      action={
        <PermittedButton call="files.begin" to="/files/firmware/new" variant="contained">
          {t('add')}
        </PermittedButton>
      }
      label={t('tabs.label')}
      tabs={TABS.map((each) => ({ tab: each, label: t(`tabs.${each}`) }))}
      shown={tab}
      over={
        <>
          {file === 'new' && <AddFirmware onClose={close} onAdded={close} />}
          {openId !== null && <FileDrawer key={openId} fileId={openId} onClose={close} />}
        </>
      }
    >
      <FileTable key={tab} group={tab} openId={openId} onOpen={open} />
    </TabbedPage>
  )
}
