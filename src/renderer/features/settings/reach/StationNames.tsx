import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'

/** Stations that are named before the rest is only counted. */
const SHOWN = 10

interface StationNamesProps {
  readonly stations: readonly { readonly id: number; readonly identity: string; readonly note?: string }[]
}

/** Stations by name, each leading to its security. */
export function StationNames({ stations }: StationNamesProps) {
  const { t } = useTranslation('reach')
  const more = stations.length - SHOWN
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {stations.slice(0, SHOWN).map(({ id, identity, note }) => (
        <li key={id}>
          <Link component={RouterLink} to={`/stations/${id}/security`} sx={{ overflowWrap: 'anywhere' }}>
            {identity}
          </Link>
          {note !== undefined && ` · ${note}`}
        </li>
      ))}
      {more > 0 && <Typography component="li">{t('plain.confirm.more', { count: more })}</Typography>}
    </ul>
  )
}
