import MenuIcon from '@mui/icons-material/Menu'
import MenuOpenIcon from '@mui/icons-material/MenuOpen'
import Box from '@mui/material/Box'
import GlobalStyles from '@mui/material/GlobalStyles'
import IconButton from '@mui/material/IconButton'
import { styled } from '@mui/material/styles'
import Tooltip from '@mui/material/Tooltip'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { useRemembered } from '../remembered'
import { useSite } from '../SiteContext'
import { RAIL_WIDTH, sizes } from '../theme/tokens'
import { pages } from './pages'

const Place = styled(NavLink)(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  height: sizes.row,
  paddingInline: 12,
  borderRadius: sizes.radius,
  color: theme.vars.palette.text.primary,
  textDecoration: 'none',
  position: 'relative',
  '& svg': { fontSize: 20, color: theme.vars.palette.text.secondary },
  '&:hover': { background: theme.vars.palette.surface.raised },
  '&[aria-current=page]': {
    background: theme.vars.palette.surface.raised,
    fontWeight: 600,
    '& svg': { color: theme.vars.palette.primary.main },
  },
}))

const Count = styled('span')(({ theme }) => ({
  marginLeft: 'auto',
  minWidth: 20,
  paddingInline: 6,
  borderRadius: 10,
  lineHeight: '20px',
  fontSize: '0.75rem',
  fontWeight: 600,
  textAlign: 'center',
  fontVariantNumeric: 'tabular-nums',
  background: theme.vars.palette.primary.main,
  color: theme.vars.palette.primary.contrastText,
  '&[data-narrow]': { position: 'absolute', top: 2, right: 2, minWidth: 16, paddingInline: 4, lineHeight: '16px' },
}))

/** The main navigation: what there is, and how much of it waits for a person. */
export function Rail() {
  const { t } = useTranslation('shell')
  const site = useSite()
  const roomy = useMediaQuery('(min-width: 1200px)', { noSsr: true })
  const [width, setWidth] = useRemembered('chargehand.rail', 'auto', ['auto', 'wide', 'narrow'])
  const narrow = width === 'auto' ? !roomy : width === 'narrow'
  const pixels = narrow ? sizes.railCollapsed : sizes.rail

  return (
    <Box
      component="nav"
      aria-label={t('navigation')}
      sx={{
        width: pixels,
        flex: 'none',
        display: 'flex',
        flexDirection: 'column',
        gap: 1,
        padding: 2.5,
        bgcolor: 'background.paper',
        borderRight: '1px solid',
        borderColor: 'divider',
        overflowY: 'auto',
      }}
    >
      <GlobalStyles styles={{ ':root': { [RAIL_WIDTH]: `${pixels}px` } }} />
      {pages.map(({ key, path, Icon, waits }) => {
        const count = waits === null ? 0 : waits.count(site.waiting)
        return (
          <Tooltip key={key} describeChild title={narrow ? t(`pages.${key}`) : ''} placement="right">
            <Place to={path} end={path === '/'}>
              <Icon aria-hidden />
              <span className={narrow ? 'visually-hidden' : undefined}>{t(`pages.${key}`)}</span>
              {waits !== null && count > 0 && (
                <Count data-narrow={narrow || undefined}>
                  <span aria-hidden>{count}</span>
                  <span className="visually-hidden">, {t(waits.words, { count })}</span>
                </Count>
              )}
            </Place>
          </Tooltip>
        )
      })}
      <IconButton
        onClick={() => setWidth(narrow ? 'wide' : 'narrow')}
        aria-label={t(narrow ? 'expand' : 'collapse')}
        aria-expanded={!narrow}
        sx={{ mt: 'auto', alignSelf: 'flex-start', color: 'text.secondary' }}
      >
        {narrow ? <MenuIcon /> : <MenuOpenIcon />}
      </IconButton>
    </Box>
  )
}
