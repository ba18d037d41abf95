import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MuiLink from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState, RelativeTime } from '@renderer/components'
import { useActorWords } from '@renderer/i18n/useActorWords'
import { useOrpc } from '@renderer/link'
import type { Command } from '@shared/contract/commands'
import type { Station } from '@shared/contract/stations'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { CancelButton } from './CancelButton'
import { CommandMark } from './CommandMark'
import { progressLine } from './progressWords'
import { useAnswerWords } from './useAnswerWords'
import { useCommandName } from './useCommandName'

/** Commands that are shown at once. */
const SHOWN = 15

/** What was sent to the station, newest first, and how each stands. */
export function SentCommands({ station }: { readonly station: Station }) {
  const { t } = useTranslation('commands')
  const orpc = useOrpc()
  const found = useInfiniteQuery(
    orpc.commands.find.infiniteOptions({
      input: (before: number | null) => ({ stationId: station.id, before, limit: SHOWN }),
      initialPageParam: null as number | null,
      getNextPageParam: ({ next }) => next,
    }),
  )
  if (found.isPending) return <LoadingState rows={3} />
  const commands = found.data?.pages.flatMap(({ entries }) => entries) ?? []
  if (found.isError && commands.length === 0) {
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  }
  if (commands.length === 0) return <Typography sx={{ color: 'text.secondary' }}>{t('sent.empty')}</Typography>
  return (
    <>
      <Box component="ul" aria-label={t('sent.title')} sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {commands.map((command) => (
          <Line key={command.id} command={command} />
        ))}
      </Box>
      {found.hasNextPage && (
        <Button onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage} sx={{ mt: 2 }}>
          {t('sent.older')}
        </Button>
      )}
    </>
  )
}

function Line({ command }: { readonly command: Command }) {
  const { t } = useTranslation('commands')
  const answer = useAnswerWords()
  const name = useCommandName()(command)
  const actorWords = useActorWords()
  const { latest, outcome } = command
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'flex-start',
        columnGap: 4,
        rowGap: 1,
        paddingBlock: 2,
        '& + &': { borderTop: '1px solid', borderColor: 'divider' },
      }}
    >
      <Box sx={{ flex: '0 0 116px' }}>
        <CommandMark command={command} />
      </Box>
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          <MuiLink
            component={Link}
            to={{ search: `?sent=${command.id}` }}
            color="inherit"
            underline="hover"
            sx={{ fontWeight: 550 }}
          >
            {name}
          </MuiLink>
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {outcome !== null && latest !== null ? progressLine(t, latest) : answer(command)}
        </Typography>
      </Box>
      {command.state === 'waiting' && <CancelButton command={command} name={name} />}
      <Typography variant="body2" sx={{ color: 'text.secondary', textAlign: 'right' }}>
        {actorWords(command.actor)} · <RelativeTime at={command.createdAt} />
      </Typography>
    </Box>
  )
}
