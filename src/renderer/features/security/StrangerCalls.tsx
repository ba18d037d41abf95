import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useOrpc } from '@renderer/link'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusedCallList } from './RefusedCallList'

/** Callers that were turned away and belong to no station; nothing when there are none. */
export function StrangerCalls() {
  const { t } = useTranslation('security')
  const titleId = useId()
  const { data = [] } = useQuery(useOrpc().refusedCalls.find.queryOptions({ input: {} }))
  const strangers = data.filter(({ stationId }) => stationId === null)
  if (strangers.length === 0) return null
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-labelledby={titleId}
      sx={{ borderRadius: 1.5, padding: 5, mt: 4 }}
    >
      <Typography variant="h2" id={titleId} sx={{ mb: 2 }}>
        {t('calls.strangers')}
      </Typography>
      <RefusedCallList calls={strangers} />
    </Paper>
  )
}
