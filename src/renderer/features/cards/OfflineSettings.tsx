import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useNotice } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useNotPossibleWords } from '@renderer/features/commands/useNotPossibleWords'
import { useExplain } from '@renderer/i18n/useExplain'
import { useClient } from '@renderer/link'
import type { OfflineSetting, StationOffline } from '@shared/contract/localLists'
import { MASTER_PASS_GROUP } from '@shared/ocpp/authorization'
import { settingPlace } from '@shared/ocpp/offlineSettings'
import { showUnprintable } from '@shared/printable'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

/** The settings by which a station decides alone, each with what its value means there. */
export function OfflineSettings({ station }: { readonly station: StationOffline }) {
  const { t } = useTranslation('offline')
  const told = station.settings.filter(({ value }) => value !== null)
  if (told.length === 0) return null
  return (
    <Box component="section" aria-label={t('settingsOf', { station: station.identity })}>
      <Typography variant="h3" sx={{ mb: 2 }}>
        {t('settings')}
      </Typography>
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gridTemplateColumns: 'minmax(180px, auto) 1fr auto',
          columnGap: 4,
          rowGap: 1,
          alignItems: 'baseline',
        }}
      >
        {station.settings.map((setting) => (
          <Setting key={setting.name} station={station} setting={setting} />
        ))}
      </Box>
    </Box>
  )
}

type Flag =
  | 'list-enabled'
  | 'authorize-offline'
  | 'pre-authorize'
  | 'unknown-offline'
  | 'stop-on-invalid'
  | 'cache-enabled'
  | 'queue-all'

const isFlag = (name: OfflineSetting['name']): name is Flag =>
  name !== 'cache-lifetime' && name !== 'message-attempts' && name !== 'master-pass-group'

function Setting({ station, setting }: { readonly station: StationOffline; readonly setting: OfflineSetting }) {
  const { t } = useTranslation('offline')
  const { name, spelt, value } = setting
  const isOn = value?.toLowerCase() === 'true'
  const meaning = () => {
    if (value === null) return t('untold')
    if (isFlag(name)) return t(`${isOn ? 'yes' : 'no'}.${name}`)
    if (name !== 'master-pass-group') return t(`value.${name}`, { value: showUnprintable(value) })
    const isOurs = value.toUpperCase() === MASTER_PASS_GROUP
    return isOurs ? t('masterPass.known') : t('masterPass.other', { value: showUnprintable(value) })
  }
  const wanted = isFlag(name) ? String(!isOn) : name === 'master-pass-group' ? MASTER_PASS_GROUP : null
  const isChangeable = value !== null && wanted !== null && value.toUpperCase() !== wanted.toUpperCase()
  return (
    <>
      <Typography component="dt" title={spelt}>
        {t(`setting.${name}`)}
      </Typography>
      <Typography component="dd" color={value === null ? 'textSecondary' : undefined} sx={{ m: 0 }}>
        {meaning()}
      </Typography>
      <Box component="dd" sx={{ m: 0 }}>
        {isChangeable && wanted !== null && <Change station={station} setting={setting} wanted={wanted} />}
      </Box>
    </>
  )
}

interface ChangeProps {
  readonly station: StationOffline
  readonly setting: OfflineSetting
  readonly wanted: string
}

function Change({ station, setting, wanted }: ChangeProps) {
  const { t } = useTranslation('offline')
  const client = useClient()
  const notice = useNotice()
  const explain = useExplain()
  const whyNot = useNotPossibleWords()
  const { stationId, identity, protocol, online } = station
  const name = t(`setting.${setting.name}`)
  const change = useMutation({
    mutationFn: async () => {
      const place = protocol && settingPlace(setting.name, protocol)
      if (!place) return null
      const variable = { ...place, attribute: 'Actual' as const }
      return client.commands.send({
        stationId,
        command: { name: 'set-variables', input: { variables: [{ ...variable, value: wanted }] } },
      })
    },
    onSuccess: (outcome) => {
      if (!outcome) return
      if (outcome.kind === 'not-possible') {
        notice({ text: `${t('notPossible')} ${whyNot(outcome.reason)}`, severity: 'error' })
        return
      }
      notice({ text: t('changed', { station: identity, setting: name }) })
      // What the station made of it is read back, and shown once it is told.
      const place = protocol && settingPlace(setting.name, protocol)
      if (!place || outcome.kind !== 'sent') return
      client.commands
        .send({
          stationId,
          command: { name: 'read-variables', input: { variables: [{ ...place, attribute: 'Actual' }] } },
        })
        .catch(() => {})
    },
    onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
  })
  const action = t(wanted === 'true' ? 'turnOn' : wanted === 'false' ? 'turnOff' : 'teach')
  return (
    <PermittedButton
      call="commands.send"
      size="small"
      disabled={!online}
      loading={change.isPending}
      aria-label={t('change', { action, setting: name, station: identity })}
      onClick={() => change.mutate()}
    >
      {action}
    </PermittedButton>
  )
}
