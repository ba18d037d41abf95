import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { PageTitle } from '@renderer/components'
import { useBeside } from '@renderer/components/list/useListFilter'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useTranslation } from 'react-i18next'
import { Link, useMatch, useNavigate } from 'react-router'
import { BoxDrawer } from '../readers/BoxDrawer'
import { ReadersDrawer } from '../readers/ReadersDrawer'
import { CardDrawer } from './CardDrawer'
import { CardList } from './CardList'
import { CARD_FILTER } from './cardFilter'
import { EnrolDrawer } from './EnrolDrawer'
import { ImportDrawer } from './ImportDrawer'
import { UnknownCards } from './UnknownCards'

/** The cards of the site, and above them those that were seen and nobody has enrolled. */
export default function CardsPage() {
  const { t } = useTranslation(['cards', 'readers', 'offline'])
  const navigate = useNavigate()
  const beside = useBeside(CARD_FILTER)
  const open = useMatch('/cards/:cardId')?.params.cardId
  const openId = open !== undefined && /^\d+$/.test(open) ? Number(open) : null
  const close = () => void navigate(beside('/cards'))

  return (
    <Box sx={{ height: '100%', minHeight: 480, display: 'flex', flexDirection: 'column' }}>
      <PageTitle
        title={t('title')}
        action={
          <>
            <Button component={Link} to={beside('/cards/readers')}>
              {t('readers:state.more')}
            </Button>
            <Button component={Link} to="/cards/offline">
              {t('offline:open')}
            </Button>
            <PermittedButton call="cardImport.run" to={beside('/cards/import')}>
              {t('import.open')}
            </PermittedButton>
            <PermittedButton call="cards.enrol" to={beside('/cards/box')} variant="outlined">
              {t('readers:box.open')}
            </PermittedButton>
            <PermittedButton call="cards.enrol" to={beside('/cards/enrol')} variant="contained">
              {t('enrol')}
            </PermittedButton>
          </>
        }
      />
      <UnknownCards />
      <CardList openId={openId} />
      {open === 'import' && <ImportDrawer onClose={close} />}
      {open === 'enrol' && <EnrolDrawer onClose={close} />}
      {open === 'box' && <BoxDrawer onClose={close} />}
      {open === 'readers' && <ReadersDrawer onClose={close} />}
      {openId !== null && <CardDrawer cardId={openId} onClose={close} />}
    </Box>
  )
}
