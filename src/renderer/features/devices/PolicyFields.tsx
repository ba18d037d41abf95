import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import { isWide, type PolicyDraft, type PolicyPart, problemLine } from './policyDraft'

interface PolicyFieldsProps {
  readonly draft: PolicyDraft
  readonly onChange: (draft: PolicyDraft) => void
  /** Whether what can not be taken is told. */
  readonly isChecked: boolean
  readonly parts: readonly PolicyPart[]
}

/** What a device may read and write, a filter a line. */
export function PolicyFields({ draft, onChange, isChecked, parts }: PolicyFieldsProps) {
  const { t } = useTranslation('devices')
  const helpOf = (part: PolicyPart) => {
    const line = isChecked ? problemLine(part, draft[part]) : null
    if (line !== null) return t(part === 'clientIds' ? 'policy.problemId' : 'policy.problem', { line })
    if (part === 'clientIds') return t('policy.clientIdsHint')
    return isWide(draft[part]) ? t('policy.wide') : t(`policy.${part}Hint`)
  }
  return parts.map((part) => (
    <TextField
      key={part}
      label={t(`policy.${part}`)}
      value={draft[part]}
      onChange={(event) => onChange({ ...draft, [part]: event.target.value })}
      error={isChecked && problemLine(part, draft[part]) !== null}
      helperText={helpOf(part)}
      multiline
      minRows={2}
      autoComplete="off"
      slotProps={{ htmlInput: { spellCheck: false } }}
    />
  ))
}
