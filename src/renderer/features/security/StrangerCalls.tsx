import Box from '@mui/material/Box'
import { useOrpc } from '@renderer/link'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Panel } from '../stations/page/Panel'
import { RefusedCallList } from './RefusedCallList'

/** Callers that were turned away and belong to no station; nothing when there are none. */
export function StrangerCalls() {
  const { t } = useTranslation('security')
  const { data = [] } = useQuery(useOrpc().refusedCalls.find.queryOptions({ input: {} }))
  const strangers = data.filter(({ stationId }) => stationId === null)
  if (strangers.length === 0) return null
  return (
    <Box sx={{ mt: 4 }}>
      <Panel title={t('calls.strangers')}>
        <RefusedCallList calls={strangers} />
      </Panel>
    </Box>
  )
}
