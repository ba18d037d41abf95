import MuiLink from '@mui/material/Link'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { KindFieldProps } from '@renderer/components/schemaForm'
import { useOrpc } from '@renderer/link'
import { showUnprintable } from '@shared/printable'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** Firmware that is offered at once. */
const OFFERED = 100

/** A firmware among the site's files. */
export function FirmwareField({ id, label, hint, problem, required, texts, onChange }: KindFieldProps) {
  const { t } = useTranslation(['commands', 'forms'])
  const orpc = useOrpc()
  const found = useQuery(orpc.files.find.queryOptions({ input: { group: 'firmware', limit: OFFERED } }))
  const files = found.data?.entries ?? []
  const [chosen = ''] = texts
  const isEmpty = found.data !== undefined && files.length === 0
  const nothingYet = (
    <>
      {t('pick.noFirmware')}{' '}
      <MuiLink component={Link} to="/files">
        {t('pick.addFirmware')}
      </MuiLink>
    </>
  )
  return (
    <TextField
      select
      id={id}
      label={required ? label : t('forms:optional', { label })}
      error={problem !== undefined}
      helperText={problem ?? (isEmpty ? nothingYet : hint)}
      value={files.some((file) => String(file.id) === chosen) ? chosen : ''}
      onChange={(event) => onChange([event.target.value])}
    >
      <MenuItem value="">{t('forms:notSaid')}</MenuItem>
      {files.map(({ id: fileId, name, version, vendor, model }) => (
        <MenuItem key={fileId} value={String(fileId)}>
          {showUnprintable([name, version, [vendor, model].filter(Boolean).join(' ')].filter(Boolean).join(' · '))}
        </MenuItem>
      ))}
    </TextField>
  )
}
