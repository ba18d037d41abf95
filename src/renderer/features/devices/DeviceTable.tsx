import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import { useBeside } from '@renderer/components/list/useListFilter'
import { PaperTable } from '@renderer/components/PaperTable'
import type { Device } from '@shared/contract/devices'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { DeviceColumn } from './deviceColumns'
import { DEVICE_FILTER } from './shownDevices'

interface DeviceTableProps {
  readonly devices: readonly Device[]
  /** The first names the device. */
  readonly columns: readonly DeviceColumn[]
  readonly openId: number | null
}

/** The devices as rows; a click anywhere in a row, or its link, opens the device. */
export function DeviceTable({ devices, columns, openId }: DeviceTableProps) {
  const { t } = useTranslation('devices')
  const navigate = useNavigate()
  const beside = useBeside(DEVICE_FILTER)
  return (
    <PaperTable
      label={t('list')}
      heads={columns.map(({ field, headerName, align }) => ({ key: field, label: headerName, align }))}
    >
      {devices.map((device) => (
        <TableRow
          key={device.id}
          hover
          selected={device.id === openId}
          onClick={() => navigate(beside(`/devices/all/${device.id}`))}
          sx={{ cursor: 'pointer' }}
        >
          {columns.map(({ field, align, cell }, index) => (
            <TableCell
              key={field}
              align={align ?? 'left'}
              {...(index === 0 ? { component: 'th', scope: 'row' } : { sx: { whiteSpace: 'nowrap' } })}
            >
              {cell(device)}
            </TableCell>
          ))}
        </TableRow>
      ))}
    </PaperTable>
  )
}
