import Button from '@mui/material/Button'
import type { Command } from '@shared/contract/commands'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { outcomePlace } from './outcomePlace'

/** The way to the tab where the outcome of a command stands, once it is there; nothing for other commands. */
export function OutcomeLink({ command }: { readonly command: Command }) {
  const { t } = useTranslation('commands')
  const place = outcomePlace(command)
  if (place === null) return null
  return (
    <Button
      component={Link}
      to={`/stations/${command.stationId}/${place}`}
      size="small"
      variant="outlined"
      sx={{ mt: 3, alignSelf: 'flex-start' }}
    >
      {t(`see.${place}`)}
    </Button>
  )
}
