import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useOrpc } from '@renderer/link'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'

/** Fewest characters of a number that is looked up in other spellings. */
const LENGTH_MIN = 8

/** Warns that the card of a number may be enrolled already under another spelling of it; nothing when it is not. */
export function OtherSpellings({ token }: { readonly token: string | null }) {
  const { t } = useTranslation('readers')
  const orpc = useOrpc()
  const asked = useDeferredValue(token ?? '')
  const { data } = useQuery(
    orpc.readers.otherSpellings.queryOptions({ input: { token: asked }, enabled: asked.length >= LENGTH_MIN }),
  )
  if (asked !== (token ?? '') || data === undefined || data.found.length === 0) return null
  return (
    <Alert severity="warning" variant="outlined">
      {t('spelling.title')}
      <Box component="ul" sx={{ m: 0, my: 1, pl: 5 }}>
        {data.found.map(({ card, how }) => (
          <li key={card.id}>
            <Link component={RouterLink} to={`/cards/${card.id}`}>
              {[card.token, card.holder || card.label].filter(Boolean).join(', ')}
            </Link>
            : {t(`spelling.${how}`)}
          </li>
        ))}
      </Box>
      {t('spelling.advice')}{' '}
      <Link component={RouterLink} to="/cards/readers">
        {t('spelling.calibrate')}
      </Link>
    </Alert>
  )
}
