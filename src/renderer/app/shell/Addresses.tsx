import Link from '@mui/material/Link'
import Popover from '@mui/material/Popover'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyText } from '../../components/CopyText'
import { ToneMark } from '../../components/ToneMark'
import { useTell } from '../../i18n/useTell'
import { reachableAddresses } from '../reachable'
import { useSite } from '../SiteContext'

/** Where the server listens; a click lists every address a charger may be given. */
export function Addresses() {
  const { t } = useTranslation('shell')
  const tell = useTell()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const site = useSite()
  const addresses = reachableAddresses(site)
  const first = addresses[0]
  if (first === undefined && site.listeners.length > 0) return <span>{t('strip.noAddress')}</span>
  return (
    <>
      <Link
        component="button"
        type="button"
        variant="body1"
        color={first === undefined ? 'status.danger' : 'inherit'}
        underline="hover"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ overflow: 'hidden', textOverflow: 'ellipsis', minWidth: 0 }}
      >
        {first === undefined ? (
          <ToneMark shape="triangle" colour="danger" word={t('strip.notListening')} />
        ) : (
          t('strip.listening', { address: first })
        )}
      </Link>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': t('strip.addresses'),
            sx: { padding: 5, border: '1px solid', borderColor: 'divider', maxWidth: 480 },
          },
        }}
      >
        <Typography variant="h3">{t('strip.addresses')}</Typography>
        <Typography sx={{ color: 'text.secondary', mb: 3 }}>
          {t(first === undefined ? 'strip.notListeningHint' : 'strip.addressesHint')}
        </Typography>
        {addresses.map((address) => (
          <div key={address}>
            <CopyText text={`${address}/`} what={t('strip.address')} />
          </div>
        ))}
        {site.tlsProblem && (
          <Typography sx={{ mt: 3 }}>{t('strip.noTls', { reason: tell(site.tlsProblem) })}</Typography>
        )}
      </Popover>
    </>
  )
}
