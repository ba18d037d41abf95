import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Popover from '@mui/material/Popover'
import Typography from '@mui/material/Typography'
import { ErrorState, useNotice } from '@renderer/components'
import { saveText } from '@renderer/components/saveText'
import { useFormat } from '@renderer/i18n/useFormat'
import { useClient } from '@renderer/link'
import type { FrameFilter } from '@shared/contract/frames'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Each line is a JSON value. */
const BUNDLE_TYPE = 'application/jsonl'

/** Collects a support bundle of the frames that match, and hands it to the browser to be saved. */
export function SupportBundle({ filter }: { readonly filter: Partial<FrameFilter> }) {
  const { t } = useTranslation('frames')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Button variant="outlined" aria-haspopup="dialog" onClick={(event) => setAnchor(event.currentTarget)}>
        {t('bundle.button')}
      </Button>
      {anchor && <Choices anchor={anchor} filter={filter} onClose={() => setAnchor(null)} />}
    </>
  )
}

interface ChoicesProps {
  readonly anchor: HTMLElement
  readonly filter: Partial<FrameFilter>
  readonly onClose: () => void
}

function Choices({ anchor, filter, onClose }: ChoicesProps) {
  const { t } = useTranslation('frames')
  const titleId = useId()
  const format = useFormat()
  const [hideCards, setHideCards] = useState(false)
  const collecting = useCollecting(onClose)
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{
        paper: { role: 'dialog', 'aria-labelledby': titleId, sx: { border: 1, borderColor: 'divider' } },
      }}
    >
      <Box sx={{ width: 400, maxWidth: '100%', padding: 5, display: 'grid', gap: 3 }}>
        <Typography variant="h2" id={titleId}>
          {t('bundle.title')}
        </Typography>
        <Typography>{t('bundle.text')}</Typography>
        <FormControlLabel
          label={t('bundle.hideCards')}
          control={<Checkbox size="small" checked={hideCards} onChange={(_event, hide) => setHideCards(hide)} />}
        />
        {collecting.error !== null && <ErrorState error={collecting.error} />}
        <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
          <Button
            variant="contained"
            disabled={collecting.busy}
            onClick={() => collecting.start({ ...filter, hideCards })}
          >
            {t('bundle.save')}
          </Button>
          <Button onClick={onClose}>{t('bundle.cancel')}</Button>
          {collecting.busy && (
            <Typography variant="body2" role="status" color="textSecondary">
              {t('bundle.saving', { shown: format.number(collecting.frames) })}
            </Typography>
          )}
        </Box>
      </Box>
    </Popover>
  )
}

/** Takes the bundle piece by piece; leaving the screen ends it. */
function useCollecting(onSaved: () => void) {
  const { t } = useTranslation('frames')
  const client = useClient()
  const notice = useNotice()
  const [frames, setFrames] = useState(0)
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])
  const collecting = useMutation({
    mutationFn: async (input: Partial<FrameFilter> & { hideCards: boolean }) => {
      const ending = new AbortController()
      stop.current = ending
      setFrames(0)
      const texts: string[] = []
      for await (const part of await client.frames.export(input, { signal: ending.signal })) {
        texts.push(part.text)
        setFrames(part.frames)
      }
      if (ending.signal.aborted) return
      saveText(texts.join(''), `chargehand-support-${fileTime(new Date())}.jsonl`, BUNDLE_TYPE)
      notice({ text: t('bundle.saved') })
      onSaved()
    },
  })
  return { start: collecting.mutate, busy: collecting.isPending, frames, error: collecting.error }
}

/** The moment as it can stand in a file's name. */
function fileTime(now: Date): string {
  return now.toISOString().slice(0, 19).replaceAll(':', '-')
}
