import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { MomentField } from '@renderer/components/momentField/MomentField'
import { ID_TOKEN_TYPES, IDENTIFIER_CHARACTERS, type IdTokenType, tokenLength } from '@shared/ocpp/idToken'
import { type FormEvent, type KeyboardEvent, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CardMoreFields } from './CardMoreFields'
import { CardRulesFields } from './CardRulesFields'
import { type CardDraft, type CardProblems, OCPP16_TOKEN_MAX_LENGTH, storedToken } from './cardDraft'

/** Who starts without a card shows none: that is decided for each station. */
const ENROLLED_TYPES = ID_TOKEN_TYPES.filter((type) => type !== 'NoAuthorization')

interface CardFormProps {
  /** For the button at the foot of the drawer, which stands outside of the form. */
  readonly id: string
  readonly draft: CardDraft
  readonly problems: CardProblems
  /** The number and type of a card that is enrolled stay as they are. */
  readonly enrolled?: boolean
  /** The number as a charger presented it, where it was filled in from that: it is enrolled as it is. */
  readonly presented?: string
  /** It was presented at the desk, not at a charger. */
  readonly byReader?: boolean
  /** Why a type is proposed, when the charger did not tell it. */
  readonly typeHint?: string
  /** Told of every key in the field of the number. */
  readonly onNumberKey?: (event: KeyboardEvent) => void
  readonly onChange: (draft: CardDraft) => void
  readonly onSubmit: () => void
  readonly children?: ReactNode
}

/** The fields of a card. What is wrong stands under the field it is about. */
export function CardForm(props: CardFormProps) {
  const {
    id,
    draft,
    problems,
    enrolled = false,
    presented,
    byReader = false,
    typeHint,
    onChange,
    onSubmit,
    children,
  } = props
  const { t } = useTranslation('cards')
  const typeId = useId()
  const explain = (field: keyof CardDraft, hint: string) => {
    const found = problems[field]
    return {
      error: found !== undefined,
      helperText: found ? t(`problem.${found.problem}`, { max: found.max ?? 0 }) : hint,
    }
  }
  const text = (field: 'holder' | 'label' | 'group' | 'tags' | 'validFrom' | 'validUntil') => ({
    name: field,
    value: draft[field],
    onChange: (event: { target: { value: string } }) => onChange({ ...draft, [field]: event.target.value }),
    autoComplete: 'off',
  })
  const stored = storedToken(draft.token, presented)
  const tokenHint = [
    draft.token === presented ? t(byReader ? 'form.readHint' : 'form.presentedHint') : t('form.numberHint'),
    stored !== null && stored !== draft.token && t('form.storedAs', { number: stored }),
    stored !== null && !IDENTIFIER_CHARACTERS.test(stored) && t('form.unusual'),
    stored !== null && tokenLength(stored) > OCPP16_TOKEN_MAX_LENGTH && t('form.longFor16'),
  ].filter(Boolean)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Box component="form" id={id} noValidate onSubmit={submit} sx={{ display: 'grid', gap: 5 }}>
      {children}
      {!enrolled && (
        <>
          <TextField
            name="token"
            label={t('form.number')}
            required
            value={draft.token}
            onChange={(event) => onChange({ ...draft, token: event.target.value })}
            onKeyDown={props.onNumberKey}
            {...explain('token', tokenHint.join(' '))}
            autoComplete="off"
            slotProps={{ htmlInput: { spellCheck: false, autoCapitalize: 'characters' } }}
          />
          <TextField
            select
            id={typeId}
            label={t('form.type')}
            value={draft.tokenType}
            onChange={(event) => onChange({ ...draft, tokenType: event.target.value as IdTokenType })}
            {...explain('tokenType', typeHint ?? '')}
          >
            {ENROLLED_TYPES.map((type) => (
              <MenuItem key={type} value={type}>
                {t(`type.${type}`)}
              </MenuItem>
            ))}
          </TextField>
        </>
      )}
      <TextField label={t('form.holder')} {...text('holder')} {...explain('holder', t('form.holderHint'))} />
      <TextField label={t('form.label')} {...text('label')} {...explain('label', t('form.labelHint'))} />
      <TextField label={t('form.tags')} {...text('tags')} {...explain('tags', t('form.tagsHint'))} />
      <TextField label={t('form.group')} {...text('group')} {...explain('group', t('form.groupHint'))} />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
        {(['validFrom', 'validUntil'] as const).map((field) => (
          <MomentField
            key={field}
            kind="date-time"
            name={field}
            label={t(`form.${field}`)}
            value={draft[field]}
            onChange={(moment) => onChange({ ...draft, [field]: moment })}
            {...explain(field, t('form.validityHint'))}
          />
        ))}
      </Box>
      <CardRulesFields rules={draft.rules} problems={problems} onChange={(rules) => onChange({ ...draft, rules })} />
      <CardMoreFields draft={draft} problems={problems} onChange={onChange} />
      {!enrolled && (
        <FormControlLabel
          control={
            <Checkbox
              checked={draft.blocked}
              onChange={(event) => onChange({ ...draft, blocked: event.target.checked })}
            />
          }
          label={t('form.blocked')}
        />
      )}
    </Box>
  )
}
