import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { HIGHER_PROFILES, type HigherProfile, NETWORK_INTERFACES, type NetworkInterface } from '@shared/ocpp/upgrade'
import { useTranslation } from 'react-i18next'

/** Where a way leads, and by which interface. */
export interface Wanted {
  readonly to: HigherProfile
  readonly network: NetworkInterface | null
}

interface UpgradeChoiceProps {
  readonly wanted: Wanted
  readonly onChange: (wanted: Wanted) => void
  /** The profiles to choose from are above this one. */
  readonly above: number
  /** Whether a network interface matters: it does in OCPP 2. */
  readonly withNetwork: boolean
}

/** Chooses the profile of a way, and the network interface where the version wants to know it. */
export function UpgradeChoice({ wanted, onChange, above, withNetwork }: UpgradeChoiceProps) {
  const { t } = useTranslation('upgrades')
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 4 }}>
      <TextField
        select
        size="small"
        fullWidth={false}
        label={t('target.label')}
        value={wanted.to}
        onChange={({ target }) => {
          const to = HIGHER_PROFILES.find((each) => String(each) === String(target.value))
          if (to) onChange({ ...wanted, to })
        }}
        sx={{ minWidth: 240 }}
      >
        {HIGHER_PROFILES.filter((profile) => profile > above).map((profile) => (
          <MenuItem key={profile} value={profile}>
            {t(`target.${profile}`)}
          </MenuItem>
        ))}
      </TextField>
      {withNetwork && (
        <TextField
          select
          size="small"
          fullWidth={false}
          label={t('network.label')}
          value={wanted.network ?? ''}
          onChange={({ target }) =>
            onChange({ ...wanted, network: NETWORK_INTERFACES.find((each) => each === target.value) ?? null })
          }
          helperText={t('network.hint')}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          sx={{ width: 360 }}
        >
          <MenuItem value="">{t('network.usual')}</MenuItem>
          {NETWORK_INTERFACES.filter((name) => name !== 'Any').map((name) => (
            <MenuItem key={name} value={name}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      )}
    </Box>
  )
}
