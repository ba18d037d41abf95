import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MuiLink from '@mui/material/Link'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useBeside } from '@renderer/components/list/useListFilter'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useGoOn } from '@renderer/components/useGoOn'
import { isIdentity, LABEL_MAX_LENGTH, SERIAL_NUMBER_MAX_LENGTH } from '@shared/ocpp/station'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { reachableAddresses } from '../../app/reachable'
import { useSite } from '../../app/SiteContext'
import { CopyText } from '../../components/CopyText'
import { DetailDrawer } from '../../components/DetailDrawer'
import { ErrorState } from '../../components/ErrorState'
import { useNotice } from '../../components/NoticeProvider'
import { useOrpc } from '../../link/LinkProvider'
import { STATION_FILTER } from './stationFilter'

/** Admits an identity before its charger has called. */
export function RegisterStation() {
  const { t } = useTranslation('stations')
  const { t: tCommon } = useTranslation('common')
  const { t: tShell } = useTranslation('shell')
  const orpc = useOrpc()
  const notice = useNotice()
  const navigate = useNavigate()
  const goOn = useGoOn()
  const beside = useBeside(STATION_FILTER)
  const address = reachableAddresses(useSite())[0]
  const formId = useId()
  const identityField = useRef<HTMLInputElement>(null)
  const [identity, setIdentity] = useState('')
  const [label, setLabel] = useState('')
  const [serialNumber, setSerialNumber] = useState('')
  const [checked, setChecked] = useState(false)
  const name = identity.trim()
  const bad = checked && !isIdentity(name)

  const register = useMutation(
    orpc.stations.register.mutationOptions({
      onSuccess: (result) => {
        if (result.kind === 'already-known') return
        notice({ text: t('register.done', { identity: name }) })
        goOn(`/stations/${result.stationId}`, { replace: true })
      },
    }),
  )
  const known = register.data?.kind === 'already-known' ? register.data : null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (isIdentity(name)) register.mutate({ identity: name, label, serialNumber })
    else identityField.current?.focus()
  }

  return (
    <DetailDrawer
      narrow
      title={t('register.title')}
      onClose={() => navigate(beside('/stations'))}
      actions={
        <>
          <PermittedButton
            call="stations.register"
            type="submit"
            form={formId}
            variant="contained"
            loading={register.isPending}
          >
            {t('register.submit')}
          </PermittedButton>
          <Button onClick={() => navigate(beside('/stations'))}>{tCommon('actions.cancel')}</Button>
        </>
      }
    >
      <Box component="form" id={formId} noValidate onSubmit={submit} sx={{ display: 'grid', gap: 5 }}>
        <Typography sx={{ color: 'text.secondary' }}>{t('register.intro')}</Typography>
        <TextField
          label={t('register.identity')}
          value={identity}
          onChange={(event) => {
            setIdentity(event.target.value)
            register.reset()
          }}
          error={bad}
          helperText={bad ? t('register.identityBad') : t('register.identityHint')}
          inputRef={identityField}
          required
          autoFocus
          autoComplete="off"
        />
        {address !== undefined && isIdentity(name) && (
          <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
            <Typography>{t('register.address')}</Typography>
            <CopyText text={`${address}/${encodeURIComponent(name)}`} what={tShell('strip.address')} />
            <MuiLink component={Link} to="/first-steps">
              {t('register.byBrand')}
            </MuiLink>
          </Box>
        )}
        <TextField
          label={t('detail.label')}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
          helperText={t('detail.labelHint')}
          slotProps={{ htmlInput: { maxLength: LABEL_MAX_LENGTH } }}
          autoComplete="off"
        />
        <TextField
          label={t('detail.serialNumber')}
          value={serialNumber}
          onChange={(event) => setSerialNumber(event.target.value)}
          helperText={t('detail.serialHint')}
          slotProps={{ htmlInput: { maxLength: SERIAL_NUMBER_MAX_LENGTH } }}
          autoComplete="off"
        />
        {known !== null && (
          <Alert
            severity="info"
            action={
              <Button component={Link} to={`/stations/${known.stationId}`} replace color="inherit" size="small">
                {t('register.openKnown', { identity: name })}
              </Button>
            }
          >
            {t(`register.known.${known.admission}`, { identity: name })}
          </Alert>
        )}
        {register.isError && <ErrorState error={register.error} title={t('register.failed')} />}
      </Box>
    </DetailDrawer>
  )
}
