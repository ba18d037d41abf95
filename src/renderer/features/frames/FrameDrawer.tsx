import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { DetailDrawer, ErrorState, FactList, LoadingState, Section } from '@renderer/components'
import { ToneMark } from '@renderer/components/ToneMark'
import { useCopy } from '@renderer/components/useCopy'
import { useFormat } from '@renderer/i18n/useFormat'
import { useOrpc } from '@renderer/link'
import type { WholeFrame } from '@shared/contract/frames'
import { showUnprintable } from '@shared/printable'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PROBLEM_TONES } from './frameColumns'
import { useFinding, useFrameName } from './frameWords'
import { useLatencyWords } from './latency'

interface FrameDrawerProps {
  readonly frameId: number
  readonly onClose: () => void
}

/** One frame and what belongs to it: the question above its answer, whichever was opened. */
export function FrameDrawer({ frameId, onClose }: FrameDrawerProps) {
  const { t } = useTranslation('frames')
  const orpc = useOrpc()
  const nameOf = useFrameName()
  const copy = useCopy()
  const found = useQuery(orpc.frames.get.queryOptions({ input: { frameId } }))
  if (found.data?.kind !== 'found') {
    return (
      <DetailDrawer title={t('detail.title')} onClose={onClose}>
        {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
        {found.isPending && <LoadingState rows={6} />}
        {found.data?.kind === 'gone' && <Typography>{t('detail.gone')}</Typography>}
      </DetailDrawer>
    )
  }
  const { frame, counterpart } = found.data
  const both = counterpart === null ? [frame] : [frame, counterpart].sort((a, b) => a.id - b.id)
  return (
    <DetailDrawer
      title={showUnprintable(nameOf(frame))}
      subtitle={showUnprintable(frame.stationIdentity)}
      mark={
        frame.problem !== null && <ToneMark {...PROBLEM_TONES[frame.problem]} word={t(`problem.${frame.problem}`)} />
      }
      onClose={onClose}
      actions={
        <>
          <Button variant="outlined" onClick={() => void copy(frame.text, t('detail.what'))}>
            {t('detail.copy')}
          </Button>
          {counterpart !== null && (
            <Button onClick={() => void copy(both.map(({ text }) => text).join('\n\n'), t('detail.whatBoth'))}>
              {t('detail.copyBoth')}
            </Button>
          )}
        </>
      }
    >
      {both.map((each) => (
        <OneFrame key={each.id} frame={each} />
      ))}
      {counterpart === null && frame.kind === 'call' && <Missing text={t('detail.noAnswer')} />}
      {counterpart === null && (frame.kind === 'result' || frame.kind === 'error') && (
        <Missing text={t('detail.noQuestion')} />
      )}
    </DetailDrawer>
  )
}

function Missing({ text }: { readonly text: string }) {
  return (
    <Typography color="textSecondary" sx={{ mt: 5 }}>
      {text}
    </Typography>
  )
}

function OneFrame({ frame }: { readonly frame: WholeFrame }) {
  const { t } = useTranslation('frames')
  const format = useFormat()
  const finding = useFinding()
  const latency = useLatencyWords()
  const isQuestion = frame.kind === 'call'
  const isAnswer = frame.kind === 'result' || frame.kind === 'error'
  const station = showUnprintable(frame.stationIdentity)
  const title = isQuestion ? t('detail.question') : isAnswer ? t('detail.answer') : t('detail.message')
  const hints = [frame.hidden && t('detail.hidden'), frame.cut && t('detail.cut')].filter(Boolean)
  const found = finding(frame)
  return (
    <Section
      title={`${title} · ${frame.direction === 'in' ? t('detail.received', { station }) : t('detail.sent', { station })}`}
    >
      <FactList
        facts={[
          { name: t('detail.at'), value: `${format.date(frame.at)}, ${format.preciseTime(frame.at)}` },
          ...(isQuestion && frame.latencyMs !== null
            ? [{ name: t('detail.latency'), value: latency(frame.latencyMs) }]
            : []),
          ...(found === null ? [] : [{ name: t('detail.finding'), value: found }]),
          { name: t('detail.messageId'), value: frame.messageId },
          {
            name: t('detail.length'),
            value: t('detail.characters', { count: frame.length, shown: format.number(frame.length) }),
          },
        ]}
      />
      <Box
        component="pre"
        // Scrolls, so it has to be reached without a mouse.
        tabIndex={0}
        role="region"
        aria-label={`${t('detail.text')}: ${title}`}
        sx={{
          typography: 'mono',
          fontSize: '0.75rem',
          marginBlock: 3,
          padding: 3,
          maxHeight: 420,
          overflow: 'auto',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          backgroundColor: 'background.default',
        }}
      >
        {frame.text.split('\n').map(showUnprintable).join('\n')}
      </Box>
      {hints.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          {hints.join(' ')}
        </Typography>
      )}
    </Section>
  )
}
