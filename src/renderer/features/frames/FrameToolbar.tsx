import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { ToneMark } from '@renderer/components/ToneMark'
import { useCopy } from '@renderer/components/useCopy'
import { useFormat } from '@renderer/i18n/useFormat'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asLines } from './asLines'
import type { FrameList } from './useFrameList'

interface FrameToolbarProps {
  readonly list: FrameList
  /** Whether only frames with a finding are shown. */
  readonly problems: boolean
  readonly onProblems: (problems: boolean) => void
  /** What else can be done with the list. */
  readonly children: ReactNode
}

/** Whether the list follows, and what can be done with what it shows. */
export function FrameToolbar({ list, problems, onProblems, children }: FrameToolbarProps) {
  const { t } = useTranslation('frames')
  const format = useFormat()
  const copy = useCopy()
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 2, flexWrap: 'wrap', minHeight: 36 }}>
      {list.following ? (
        <>
          <Button variant="outlined" size="small" onClick={list.pause}>
            {t('pause')}
          </Button>
          <ToneMark shape="disc" colour="active" word={t('following')} />
        </>
      ) : (
        <>
          <Button variant="contained" size="small" onClick={list.follow}>
            {t('follow')}
          </Button>
          <ToneMark shape="dash" colour="quiet" word={t('paused')} />
        </>
      )}
      <FormControlLabel
        label={t('problemsOnly')}
        control={<Checkbox size="small" checked={problems} onChange={(_event, only) => onProblems(only)} />}
      />
      {list.skipped > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('skipped', { count: list.skipped, shown: format.number(list.skipped) })}
        </Typography>
      )}
      <Box sx={{ marginLeft: 'auto', display: 'flex', gap: 2 }}>
        <Button size="small" disabled={list.newer === null} onClick={list.newer ?? undefined}>
          {t('newer')}
        </Button>
        <Button size="small" disabled={list.older === null} onClick={list.older ?? undefined}>
          {t('older')}
        </Button>
        <Button
          size="small"
          disabled={list.frames.length === 0}
          onClick={() => void copy(asLines(list.frames), t('whatShown'))}
        >
          {t('copyShown')}
        </Button>
        {children}
      </Box>
    </Box>
  )
}
