import Checkbox from '@mui/material/Checkbox'
import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { OFFLINE_LISTINGS, type OfflineListing } from '@shared/contract/cards'
import { useTranslation } from 'react-i18next'
import type { CardDraft, CardProblems } from './cardDraft'
import { FormPart } from './FormPart'

interface CardMoreFieldsProps {
  readonly draft: CardDraft
  readonly problems: CardProblems
  readonly onChange: (draft: CardDraft) => void
}

/** What stations say to the holder, what they do without this computer, and the MasterPass. */
export function CardMoreFields({ draft, problems, onChange }: CardMoreFieldsProps) {
  const { t } = useTranslation('cards')
  const text = (field: 'language' | 'message', hint: string) => {
    const found = problems[field]
    return {
      name: field,
      value: draft[field],
      onChange: (event: { target: { value: string } }) => onChange({ ...draft, [field]: event.target.value }),
      autoComplete: 'off',
      error: found !== undefined,
      helperText: found ? t(`problem.${found.problem}`, { max: found.max ?? 0 }) : hint,
    }
  }
  const said = [
    draft.masterPass && t('more.short.masterPass'),
    draft.offline !== 'auto' && t(`offline.${draft.offline}`),
    draft.message.trim() !== '' && t('more.short.message'),
  ].filter((part) => part !== false)
  return (
    <FormPart
      title={t('more.title')}
      summary={said.join(' · ')}
      wrong={problems.language !== undefined || problems.message !== undefined}
    >
      <TextField
        select
        label={t('offline.label')}
        value={draft.offline}
        onChange={(event) => onChange({ ...draft, offline: event.target.value as OfflineListing })}
        helperText={t(`offline.hint.${draft.offline}`)}
      >
        {OFFLINE_LISTINGS.map((each) => (
          <MenuItem key={each} value={each}>
            {t(`offline.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField label={t('more.language')} {...text('language', t('more.languageHint'))} />
      <TextField label={t('more.message')} multiline maxRows={4} {...text('message', t('more.messageHint'))} />
      <FormControl>
        <FormControlLabel
          control={
            <Checkbox
              checked={draft.masterPass}
              onChange={(event) => onChange({ ...draft, masterPass: event.target.checked })}
            />
          }
          label={t('more.masterPass')}
        />
        <FormHelperText>{t('more.masterPassHint')}</FormHelperText>
      </FormControl>
    </FormPart>
  )
}
