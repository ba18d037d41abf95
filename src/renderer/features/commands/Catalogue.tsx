import ExpandMoreIcon from '@mui/icons-material/ExpandMore'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Typography from '@mui/material/Typography'
import { SearchField } from '@renderer/components/FilterBar'
import { COMMAND_GROUPS } from '@shared/commands/command'
import type { Station } from '@shared/contract/stations'
import { showUnprintable } from '@shared/printable'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CatalogueLink } from './CatalogueLink'
import type { CatalogueData } from './catalogueData'

interface CatalogueProps {
  readonly station: Station
  readonly catalogue: CatalogueData
  /** Name of the command or action whose form is open. */
  readonly chosen: string | null
}

/** The commands by group, those of every week first, and below them all messages of the protocol; with a search. */
export function Catalogue({ station, catalogue, chosen }: CatalogueProps) {
  const { t } = useTranslation('commands')
  const { t: stationWords } = useTranslation('stations')
  const [search, setSearch] = useState('')
  const { commands, actions, protocol } = catalogue
  const [showsAll, setShowsAll] = useState(() => actions.some(({ action }) => action === chosen))
  const wanted = search.trim().toLowerCase()
  const fits = (...texts: readonly string[]) => texts.some((text) => text.toLowerCase().includes(wanted))
  const found = commands.filter(({ name, actions: carriers }) =>
    fits(t(`name.${name}`), t(`about.${name}`), name, ...carriers),
  )
  const foundActions = actions.filter(({ action }) => fits(action))
  const listsActions = showsAll || wanted !== ''
  const base = `/stations/${station.id}/commands`
  return (
    <Box
      component="nav"
      aria-label={t('catalogue.label', { identity: showUnprintable(station.identity) })}
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}
    >
      <Box sx={{ mb: 3, display: 'flex', flex: 'none' }}>
        <SearchField label={t('catalogue.search')} value={search} onChange={setSearch} />
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto', paddingRight: 1 }}>
        {COMMAND_GROUPS.map((group) => {
          const inGroup = found.filter((command) => command.group === group)
          if (inGroup.length === 0) return null
          return (
            <Group key={group} title={t(`group.${group}`)}>
              {inGroup.map(({ name, actions: carriers }) => (
                <CatalogueLink
                  key={name}
                  to={`${base}/${name}`}
                  isChosen={name === chosen}
                  text={t(`name.${name}`)}
                  aside={wanted === '' ? undefined : carriers.join(', ')}
                />
              ))}
            </Group>
          )
        })}
        {wanted !== '' && found.length === 0 && foundActions.length === 0 && (
          <Typography sx={{ color: 'text.secondary', paddingInline: 2 }}>{t('catalogue.noMatch')}</Typography>
        )}
        {protocol !== null && (wanted === '' || foundActions.length > 0) && (
          <Box sx={{ mt: 4, borderTop: '1px solid', borderColor: 'divider', paddingTop: 3 }}>
            <ButtonBase
              aria-expanded={listsActions}
              onClick={() => setShowsAll(!showsAll)}
              disabled={wanted !== ''}
              sx={{
                width: '100%',
                justifyContent: 'space-between',
                textAlign: 'left',
                paddingInline: 2,
                paddingBlock: 1,
                borderRadius: 1,
                typography: 'subtitle2',
              }}
            >
              {t('catalogue.all', { protocol: stationWords(`protocol.${protocol}`) })}
              <ExpandMoreIcon fontSize="small" sx={{ transform: listsActions ? 'rotate(180deg)' : 'none' }} />
            </ButtonBase>
            {listsActions && (
              <Group>
                {foundActions.map(({ action }) => (
                  <CatalogueLink
                    key={action}
                    to={`${base}/ocpp/${action}`}
                    isChosen={action === chosen}
                    text={action}
                  />
                ))}
              </Group>
            )}
          </Box>
        )}
      </Box>
    </Box>
  )
}

function Group({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <Box sx={{ '& + &': { mt: 3 } }}>
      {title !== undefined && (
        <Typography variant="body2" component="h3" sx={{ color: 'text.secondary', paddingInline: 2, mb: 1 }}>
          {title}
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {children}
      </Box>
    </Box>
  )
}
