import Box from '@mui/material/Box'
import { EmptyState, ErrorState, LoadingState } from '@renderer/components'
import { useOrpc } from '@renderer/link'
import { showUnprintable } from '@shared/printable'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMatch, useSearchParams } from 'react-router'
import { Panel } from '../stations/page/Panel'
import type { StationTabProps } from '../stations/page/stationTab'
import { ActionForm } from './ActionForm'
import { Catalogue } from './Catalogue'
import { CommandDrawer } from './CommandDrawer'
import { CommandForm } from './CommandForm'
import { SentCommands } from './SentCommands'

/**
 * What the station can be told, with the form for it beside the list, and what became of what was sent:
 * `…/commands/<name>`, `…/commands/ocpp/<Action>`, and on either `?sent=<number>`.
 */
export default function CommandsTab({ station }: StationTabProps) {
  const { t } = useTranslation('commands')
  const orpc = useOrpc()
  const catalogue = useQuery(orpc.commands.catalogue.queryOptions({ input: { stationId: station.id } }))
  const name = useMatch('/stations/:stationId/commands/:name')?.params.name
  const action = useMatch('/stations/:stationId/commands/ocpp/:action')?.params.action
  const [search, setSearch] = useSearchParams()
  const opened = search.get('sent')

  if (catalogue.isPending) return <LoadingState rows={6} />
  if (catalogue.data === undefined) {
    return <ErrorState error={catalogue.error} onRetry={() => void catalogue.refetch()} />
  }
  const { commands, actions, protocol } = catalogue.data
  const command = commands.find((each) => each.name === name) ?? (action === undefined ? commands[0] : undefined)
  const message = actions.find((each) => each.action === action)
  if (protocol === null) return <EmptyState title={t('catalogue.none')}>{t('catalogue.never')}</EmptyState>
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '216px minmax(0, 1fr)', lg: '280px minmax(0, 1fr)' },
        gridTemplateRows: 'minmax(0, 1fr)',
        columnGap: 4,
        flex: 1,
        minHeight: 0,
      }}
    >
      <Catalogue
        station={station}
        catalogue={catalogue.data}
        chosen={message === undefined ? (command?.name ?? null) : message.action}
      />
      {/* Another form begins at its top. */}
      <Box
        key={message?.action ?? command?.name}
        sx={{ display: 'flex', flexDirection: 'column', gap: 4, minWidth: 0, overflowY: 'auto', paddingRight: 1 }}
      >
        {message !== undefined ? (
          <Panel title={message.action}>
            <ActionForm key={`${station.id} ${message.action}`} station={station} message={message} />
          </Panel>
        ) : (
          command !== undefined && (
            <Panel title={t(`name.${command.name}`)}>
              <CommandForm
                key={`${station.id} ${command.name}`}
                station={station}
                command={command}
                protocol={protocol}
              />
            </Panel>
          )
        )}
        <Panel title={t('sent.title')}>
          <SentCommands station={station} />
        </Panel>
      </Box>
      {opened !== null && (
        <CommandDrawer
          key={opened}
          commandId={Number(opened)}
          identity={showUnprintable(station.identity)}
          onClose={() => setSearch({})}
        />
      )}
    </Box>
  )
}
