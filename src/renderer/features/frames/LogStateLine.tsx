import Typography from '@mui/material/Typography'
import { ToneMark } from '@renderer/components/ToneMark'
import { useFormat } from '@renderer/i18n/useFormat'
import type { FramesState } from '@shared/contract/frames'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'

/** What the log holds, for how long, and what is missing in it. */
export function LogStateLine({ state }: { readonly state: FramesState }) {
  const { t } = useTranslation('frames')
  const format = useFormat()
  const { size } = format
  const bounds = { days: format.number(state.keptDays), most: size(state.keptBytes) }
  return (
    <>
      {state.kind === 'off' && <Typography>{t('state.off')}</Typography>}
      {state.kind === 'troubled' && (
        <Typography component="div" role="alert">
          <ToneMark
            shape="triangle"
            colour="danger"
            word={t('state.troubled', { reason: showUnprintable(state.reason ?? '') })}
          />
        </Typography>
      )}
      {state.missing > 0 && (
        <Typography component="div">
          <ToneMark
            shape="triangle"
            colour="attention"
            word={t('state.missing', { count: state.missing, shown: format.number(state.missing) })}
          />
        </Typography>
      )}
      {state.kind !== 'off' && (
        <Typography variant="body2" color="textSecondary">
          {state.since === null
            ? t('state.none', bounds)
            : t('state.kept', {
                frames: format.number(state.frames),
                since: format.dateTime(state.since),
                size: size(state.bytes),
                ...bounds,
              })}
        </Typography>
      )}
    </>
  )
}
