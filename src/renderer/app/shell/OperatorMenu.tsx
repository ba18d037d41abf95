import LockIcon from '@mui/icons-material/LockOutlined'
import SecretIcon from '@mui/icons-material/PasswordOutlined'
import PersonIcon from '@mui/icons-material/PersonOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ListItemIcon from '@mui/material/ListItemIcon'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useClient } from '../../link'
import { useWho } from '../../link/useRights'
import { isLockKey, lockKeyName } from './lockKey'

/** Who has signed in here, and how they leave; nothing as long as nobody has to sign in. */
export function OperatorMenu() {
  const { t } = useTranslation('shell')
  const who = useWho()
  const client = useClient()
  const navigate = useNavigate()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const isThere = who !== null
  useEffect(() => {
    if (!isThere) return
    const onKey = (event: KeyboardEvent) => {
      if (!isLockKey(event)) return
      event.preventDefault()
      // A lost link is told by the strip.
      client.seat.lock().catch(() => {})
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [isThere, client])
  if (who === null) return null
  const close = () => setAnchor(null)
  return (
    <>
      <Button
        color="inherit"
        size="small"
        startIcon={<PersonIcon />}
        aria-label={t('operatorMenu.label', { name: who.name, role: t(`roles.${who.role}`) })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ flex: 'none' }}
      >
        <Box component="span" sx={{ maxWidth: 120, overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {who.name}
        </Box>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <Box component="li" role="presentation" sx={{ px: 4, py: 2, maxWidth: 280 }}>
          <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{who.name}</Typography>
          <Typography variant="body2" color="textSecondary">
            {t(`roles.${who.role}`)}
          </Typography>
        </Box>
        <MenuItem
          onClick={() => {
            close()
            void navigate('/settings/operators')
          }}
        >
          <ListItemIcon>
            <SecretIcon fontSize="small" />
          </ListItemIcon>
          {t('operatorMenu.secret')}
        </MenuItem>
        <MenuItem
          onClick={() => {
            close()
            client.seat.lock().catch(() => {})
          }}
        >
          <ListItemIcon>
            <LockIcon fontSize="small" />
          </ListItemIcon>
          {t('operatorMenu.lock')}
          <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 'auto', pl: 6 }}>
            {lockKeyName(navigator.platform)}
          </Typography>
        </MenuItem>
      </Menu>
    </>
  )
}
