import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import MenuItem from '@mui/material/MenuItem'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { reachableAddresses } from '@renderer/app/reachable'
import { useSite } from '@renderer/app/SiteContext'
import { CopyText } from '@renderer/components'
import { useTell } from '@renderer/i18n/useTell'
import { QRCodeSVG } from 'qrcode.react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CHARGER_BRANDS } from './chargerBrands'

/** What every charger takes as a name and writes in the same way (OCPP 2.0.1, identifierString, without its rarer signs). */
const PLAIN_NAME = /^[\w.-]*$/

/** Pixels; a phone reads it from an arm's length. */
const QR_SIZE = 152

/** What is to be typed into the charger: which address of this computer, and the name that the charger goes by. */
export function Address() {
  const { t } = useTranslation('firstSteps')
  const tell = useTell()
  const site = useSite()
  const addresses = reachableAddresses(site)
  const [chosen, setChosen] = useState<string | null>(null)
  const [identity, setIdentity] = useState('CP_1')
  const [brandName, setBrandName] = useState('')
  const address = addresses.find((each) => each === chosen) ?? addresses[0]
  if (address === undefined) return <Typography>{t('call.noAddress')}</Typography>
  const brand = CHARGER_BRANDS.find((each) => each.brand === brandName)
  const apart = brand?.identity !== undefined && brand.identity !== 'in-address'
  const name = encodeURIComponent(identity.trim())
  const whole = apart ? `${address}/` : `${address}/${name}`
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      {addresses.length > 1 && (
        <RadioGroup
          aria-label={t('call.which')}
          value={address}
          onChange={(event) => setChosen(event.target.value)}
          sx={{ gap: 2 }}
        >
          <Typography>{t('call.which')}</Typography>
          {addresses.map((each) => (
            <FormControlLabel
              key={each}
              value={each}
              control={<Radio size="small" />}
              label={
                <>
                  {each}
                  <Typography variant="body2" color="textSecondary">
                    {t(each.startsWith('wss:') ? 'call.withTls' : 'call.withoutTls')}
                  </Typography>
                </>
              }
              slotProps={{ typography: { component: 'div' } }}
              sx={{ alignItems: 'flex-start' }}
            />
          ))}
        </RadioGroup>
      )}
      {site.tlsProblem && <Typography color="textSecondary">{tell(site.tlsProblem)}</Typography>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 4 }}>
        <TextField
          label={t('call.identity')}
          helperText={t(PLAIN_NAME.test(identity.trim()) ? 'call.identityHint' : 'call.identityOdd')}
          value={identity}
          onChange={(event) => setIdentity(event.target.value)}
          sx={{ flex: '1 1 220px' }}
        />
        <TextField
          select
          label={t('call.brand')}
          helperText={t('call.brandHint')}
          value={brandName}
          onChange={(event) => setBrandName(event.target.value)}
          slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
          sx={{ flex: '1 1 220px' }}
        >
          <MenuItem value="">{t('call.otherBrand')}</MenuItem>
          {CHARGER_BRANDS.map((each) => (
            <MenuItem key={each.brand} value={each.brand}>
              {each.brand}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 5, alignItems: 'flex-start' }}>
        {/* Dark on light in both themes: cameras look for that. */}
        <Box sx={{ bgcolor: '#fff', p: 2, borderRadius: 1, lineHeight: 0, flex: 'none' }}>
          <QRCodeSVG value={whole} size={QR_SIZE} title={t('call.qr', { address: whole })} />
        </Box>
        <Box sx={{ flex: '1 1 320px', display: 'grid', gap: 2, justifyItems: 'start' }}>
          <Typography>
            {brand ? t('call.whereAt', { tool: brand.tool, field: brand.addressField }) : t('call.where')}
          </Typography>
          <CopyText text={whole} what={t('call.address')} />
          {brand?.identity === 'own-field' && (
            <>
              <Typography>{t('call.ownField', { field: brand.identityField ?? '' })}</Typography>
              <CopyText text={identity.trim()} what={t('call.identity')} />
            </>
          )}
          {brand?.identity === 'serial-number' && <Typography>{t('call.serialNumber')}</Typography>}
          {!brand && <Typography color="textSecondary">{t('call.apart')}</Typography>}
        </Box>
      </Box>
    </Box>
  )
}
