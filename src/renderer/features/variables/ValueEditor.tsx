import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import type { StationCommand } from '@shared/commands'
import { rightOfCommand } from '@shared/commands/trust'
import type { Station } from '@shared/contract/stations'
import type { StationVariable } from '@shared/contract/variables'
import { showUnprintable } from '@shared/printable'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { statusOf } from '../commands/statusOf'
import { useSentCommand } from '../commands/useSentCommand'
import { SetAnswer } from './SetAnswer'
import { ValueField } from './ValueField'
import { checkValue, sameValue, type ValueProblem, valueRules } from './variableValue'

interface ValueEditorProps {
  readonly station: Station
  readonly variable: StationVariable
}

/**
 * Changes a value. What stands above is always what the station has told: after it has accepted a new value it is asked
 * for it again, and only its own answer changes what is shown.
 */
export function ValueEditor({ station, variable }: ValueEditorProps) {
  const { t } = useTranslation('variables')
  const explain = useExplain()
  const setting = useSentCommand(station.id)
  const reading = useSentCommand(station.id)
  const field = useRef<HTMLInputElement>(null)
  const rules = valueRules(variable)
  const isHidden = variable.secret || variable.mutability === 'WriteOnly'
  // Null while nothing was typed: until then the field follows what the station tells.
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<ValueProblem | null>(null)
  const text = typed ?? (isHidden ? '' : (variable.value ?? ''))
  const isOnline = station.connection.state === 'online'
  const { component, componentInstance, evseId, connectorId, variableInstance, attribute } = variable
  const name = {
    component,
    componentInstance,
    evseId,
    connectorId,
    variable: variable.variable,
    variableInstance,
    attribute,
  }
  const change: StationCommand = { name: 'set-variables', input: { variables: [{ ...name, value: text }] } }
  const state = setting.command?.state
  const isOnItsWay = setting.isSending || state === 'sent' || state === 'waiting'

  const read = reading.send
  const askAgain = useRef<number | null>(null)
  useEffect(() => {
    const command = setting.command
    if (command?.state !== 'accepted' || askAgain.current === command.id) return
    askAgain.current = command.id
    setTyped(null)
    if (!isHidden) read({ name: 'read-variables', input: { variables: [name] } })
  })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = checkValue(text, rules)
    setProblem(found)
    if (found !== null) return field.current?.focus()
    reading.forget()
    setting.send(change)
  }
  const isSame = !isHidden && variable.value !== null && sameValue(text, variable.value, rules.type)

  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {!isHidden && (
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {t('edit.now')}
          </Box>{' '}
          {variable.value === null || variable.value === '' ? t('noValue') : showUnprintable(variable.value)}
          {rules.unit !== null && variable.value !== null && ` ${showUnprintable(rules.unit)}`}
        </Typography>
      )}
      {variable.mutability !== 'ReadOnly' && (
        <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 3 }}>
          <ValueField
            rules={rules}
            hidden={isHidden}
            text={text}
            problem={problem}
            inputRef={field}
            onChange={(next) => {
              setTyped(next)
              setProblem(null)
            }}
          />
          <Box sx={{ display: 'flex', gap: 3, alignItems: 'center', flexWrap: 'wrap' }}>
            <PermittedButton
              call="commands.send"
              right={rightOfCommand(change)}
              type="submit"
              variant="contained"
              loading={isOnItsWay}
              disabled={!isOnline || isSame || (isHidden && text === '')}
            >
              {t('edit.send')}
            </PermittedButton>
            {isOnline && isSame && typed !== null && (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {t('edit.unchanged')}
              </Typography>
            )}
          </Box>
        </Box>
      )}
      {!isOnline && <Typography sx={{ color: 'text.secondary' }}>{t('edit.offline')}</Typography>}
      {setting.error !== null && (
        <Alert severity="error" variant="outlined">
          {explain(setting.error).sentence}
        </Alert>
      )}
      <SetAnswer outcome={setting.outcome} command={setting.command} />
      {!isHidden && (
        <Box>
          <PermittedButton
            call="commands.send"
            size="small"
            disabled={!isOnline}
            loading={reading.isSending || reading.command?.state === 'sent'}
            onClick={() => read({ name: 'read-variables', input: { variables: [name] } })}
          >
            {t('edit.readAgain')}
          </PermittedButton>
          {reading.command !== null && reading.command.state === 'refused' && (
            <Typography variant="body2" role="status" sx={{ color: 'text.secondary' }}>
              {t('answer.notRead', { status: statusOf(reading.command) ?? '' })}
            </Typography>
          )}
        </Box>
      )}
    </Box>
  )
}
