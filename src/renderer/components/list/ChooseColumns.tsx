import ViewColumnIcon from '@mui/icons-material/ViewColumnOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChosenColumn } from './columnChoice'
import { ToolPopover } from './ToolPopover'
import type { ColumnView } from './useColumnChoice'

/** A column with the words over it. */
export type NamedColumn = ChosenColumn & { readonly headerName?: string }

/** Which columns a list has, to be ticked. */
export const ChooseColumns = memo(function ChooseColumns({ columns }: { readonly columns: ColumnView<NamedColumn> }) {
  const { t } = useTranslation('lists')
  const { all, shown, isUsual, show, reset } = columns
  return (
    <ToolPopover icon={<ViewColumnIcon />} title={t('columns.title')} isOn={!isUsual}>
      {() => (
        <>
          <Box sx={{ display: 'grid', maxHeight: '50vh', overflowY: 'auto', mx: -1, px: 1 }}>
            {all.map((column) => (
              <FormControlLabel
                key={column.field}
                disabled={column.hideable === false}
                label={column.headerName}
                control={
                  <Checkbox
                    size="small"
                    checked={shown.includes(column)}
                    onChange={(_event, checked) => show(column, checked)}
                  />
                }
              />
            ))}
          </Box>
          <Button variant="outlined" disabled={isUsual} onClick={reset} sx={{ justifySelf: 'start' }}>
            {t('columns.reset')}
          </Button>
        </>
      )}
    </ToolPopover>
  )
})
