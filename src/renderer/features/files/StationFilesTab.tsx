import Button from '@mui/material/Button'
import { useGoOn } from '@renderer/components/useGoOn'
import { useTranslation } from 'react-i18next'
import { Link, useMatch, useNavigate } from 'react-router'
import type { StationTabProps } from '../stations/page/stationTab'
import { FileDrawer } from './FileDrawer'
import { FileTable } from './FileTable'

/** The logs that a station has put here; at …/files/<number of a log>. */
export default function StationFilesTab({ station }: StationTabProps) {
  const { t } = useTranslation('files')
  const navigate = useNavigate()
  const goOn = useGoOn()
  const here = `/stations/${station.id}/files`
  const fileId = Number(useMatch(`${here}/:file`)?.params.file)
  const openId = fileId > 0 ? fileId : null
  return (
    <>
      <FileTable
        group="logs"
        stationId={station.id}
        openId={openId}
        onOpen={(id) => void navigate(`${here}/${id}`)}
        emptyAction={
          <Button component={Link} to={`/stations/${station.id}/commands`} variant="outlined">
            {t('empty.toCommands')}
          </Button>
        }
      />
      {openId !== null && <FileDrawer key={openId} fileId={openId} onClose={() => goOn(here)} />}
    </>
  )
}
