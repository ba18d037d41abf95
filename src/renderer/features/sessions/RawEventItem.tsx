import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { CopyText, FactList } from '@renderer/components'
import { useFormat } from '@renderer/i18n/useFormat'
import { useTell } from '@renderer/i18n/useTell'
import type { RawEvent } from '@shared/contract/sessionEvidence'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'

/** One message: both clocks, its place, what was answered, and its text word for word. */
export function RawEventItem({ event }: { readonly event: RawEvent }) {
  const { t } = useTranslation('sessions')
  const format = useFormat()
  const tell = useTell()
  const clock = (at: number) => `${format.date(at)}, ${format.preciseTime(at)}`
  const { action, receivedAt, toldAt, seqNo, frame, reply, problem } = event
  return (
    <Box component="li" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 3, display: 'grid', gap: 2 }}>
      <Typography sx={{ fontWeight: 600 }}>{showUnprintable(action)}</Typography>
      <FactList
        facts={[
          { name: t('evidence.received'), value: clock(receivedAt) },
          // Of a message that was not understood, whether its time can be read stands in the message itself.
          ...(toldAt === null && problem !== null
            ? []
            : [{ name: t('evidence.told'), value: toldAt === null ? t('evidence.notTold') : clock(toldAt) }]),
          ...(seqNo === null ? [] : [{ name: t('evidence.place'), value: String(seqNo) }]),
          { name: t('evidence.answer'), value: reply ?? t('evidence.refused') },
          ...(problem === null ? [] : [{ name: t('evidence.problem'), value: tell(problem) }]),
        ]}
      />
      <Box
        component="pre"
        tabIndex={0}
        aria-label={t('evidence.frame')}
        sx={{
          m: 0,
          p: 2,
          bgcolor: 'surface.raised',
          borderRadius: 1,
          typography: 'mono',
          fontSize: '0.75rem',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          maxHeight: 160,
          overflow: 'auto',
        }}
      >
        {showUnprintable(frame)}
      </Box>
      <CopyText text={frame} what={t('evidence.frame')} shown={t('evidence.copy')} />
    </Box>
  )
}
