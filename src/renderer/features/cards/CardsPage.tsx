import CreditCardIcon from '@mui/icons-material/CreditCardOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import { EmptyState, ErrorState, NothingFound, PageTitle } from '@renderer/components'
import { FilterBar, FilterChoice, SearchField } from '@renderer/components/FilterBar'
import { PagedGrid } from '@renderer/components/PagedGrid'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useCursorPages } from '@renderer/components/useCursorPages'
import { useOrpc } from '@renderer/link'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useMatch, useNavigate } from 'react-router'
import { BoxDrawer } from '../readers/BoxDrawer'
import { ReadersDrawer } from '../readers/ReadersDrawer'
import { ScanField } from '../readers/ScanField'
import { useScanning } from '../readers/useScanning'
import { CardDrawer } from './CardDrawer'
import { useCardColumns } from './cardColumns'
import { EnrolDrawer } from './EnrolDrawer'
import { ImportDrawer } from './ImportDrawer'
import { UnknownCards } from './UnknownCards'

type Show = 'all' | 'blocked' | 'open'
const SHOW: readonly Show[] = ['all', 'blocked', 'open']

/** The cards of the site, and above them those that were seen and nobody has enrolled. */
export default function CardsPage() {
  const { t } = useTranslation(['cards', 'readers', 'offline'])
  const scan = useScanning()
  const navigate = useNavigate()
  const orpc = useOrpc()
  const [search, setSearch] = useState('')
  const [show, setShow] = useState<Show>('all')
  const wanted = useDeferredValue(search.trim())
  const paging = useCursorPages(`${show} ${wanted}`)
  const query = useQuery(
    orpc.cards.find.queryOptions({
      input: { ...paging.request, search: wanted, ...(show === 'all' ? {} : { blocked: show === 'blocked' }) },
      placeholderData: keepPreviousData,
    }),
  )
  const columns = useCardColumns()
  const open = useMatch('/cards/:cardId')?.params.cardId
  const openId = open !== undefined && /^\d+$/.test(open) ? Number(open) : null
  const close = () => void navigate('/cards')
  const narrowed = wanted !== '' || show !== 'all'

  return (
    <Box sx={{ height: '100%', minHeight: 480, display: 'flex', flexDirection: 'column' }}>
      <PageTitle
        title={t('title')}
        action={
          <>
            <Button component={Link} to="/cards/readers">
              {t('readers:state.more')}
            </Button>
            <Button component={Link} to="/cards/offline">
              {t('offline:open')}
            </Button>
            <PermittedButton call="cardImport.run" to="/cards/import">
              {t('import.open')}
            </PermittedButton>
            <PermittedButton call="cards.enrol" to="/cards/box" variant="outlined">
              {t('readers:box.open')}
            </PermittedButton>
            <PermittedButton call="cards.enrol" to="/cards/enrol" variant="contained">
              {t('enrol')}
            </PermittedButton>
          </>
        }
      />
      <UnknownCards />
      <FilterBar>
        <SearchField label={t('search')} value={search} onChange={setSearch} />
        <FilterChoice label={t('show')} value={show} onChange={(next) => setShow(next as Show)}>
          {SHOW.map((each) => (
            <MenuItem key={each} value={each}>
              {t(`filter.${each}`)}
            </MenuItem>
          ))}
        </FilterChoice>
        <Box sx={{ flex: '0 1 220px', ml: 'auto' }}>
          <ScanField label={t('readers:scan.label')} onScan={scan} />
        </Box>
      </FilterBar>
      <PagedGrid
        label={t('list')}
        columns={columns}
        query={query}
        paging={paging}
        openId={openId}
        onOpen={({ id }) => void navigate(`/cards/${id}`)}
        failed={<ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        empty={
          narrowed ? (
            <NothingFound
              title={t('nothingFound.title')}
              onClear={() => {
                setSearch('')
                setShow('all')
              }}
            >
              {t('nothingFound.text')}
            </NothingFound>
          ) : (
            <EmptyState
              icon={<CreditCardIcon />}
              title={t('empty.title')}
              action={
                <PermittedButton call="cards.enrol" to="/cards/enrol" variant="outlined">
                  {t('enrol')}
                </PermittedButton>
              }
            >
              {t('empty.text')}
            </EmptyState>
          )
        }
      />
      {open === 'import' && <ImportDrawer onClose={close} />}
      {open === 'enrol' && <EnrolDrawer onClose={close} />}
      {open === 'box' && <BoxDrawer onClose={close} />}
      {open === 'readers' && <ReadersDrawer onClose={close} />}
      {openId !== null && <CardDrawer cardId={openId} onClose={close} />}
    </Box>
  )
}
