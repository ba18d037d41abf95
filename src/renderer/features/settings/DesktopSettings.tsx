import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Section, useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import { values } from '@renderer/link/feeds'
import { useLatest } from '@renderer/link/useFeed'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { SwitchRow } from './reach/SwitchRow'

/** What this computer does for the program; nothing where the console is shown by a browser. */
export function DesktopSettings() {
  const { t } = useTranslation('settings')
  const notice = useNotice()
  const explain = useExplain()
  const state = useLatest(values.desktop).data
  const set = useMutation(
    useOrpc().desktop.set.mutationOptions({
      onSuccess: () => notice({ text: t('desktop.saved') }),
      onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
    }),
  )
  if (state === undefined || state === null) return null
  return (
    <Box sx={{ maxWidth: 720 }}>
      <Section top title={t('desktop.title')}>
        <SwitchRow
          label={t('desktop.keepAwake')}
          call="desktop.set"
          checked={state.keepAwake}
          busy={set.isPending}
          onChange={(keepAwake) => set.mutate({ keepAwake })}
        />
        <Typography color="textSecondary" sx={{ mb: 2 }}>
          {t('desktop.keepAwakeMeans')}
        </Typography>
        {state.startAtLogin === null ? (
          <Typography color="textSecondary">{t('desktop.noStart')}</Typography>
        ) : (
          <SwitchRow
            label={t('desktop.startAtLogin')}
            call="desktop.set"
            checked={state.startAtLogin}
            busy={set.isPending}
            onChange={(startAtLogin) => set.mutate({ startAtLogin })}
          />
        )}
      </Section>
    </Box>
  )
}
