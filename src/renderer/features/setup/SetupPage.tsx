import BoltIcon from '@mui/icons-material/Bolt'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/ErrorState'
import { LanguageMenu } from '../../components/LanguageMenu'
import { useOrpc } from '../../link/LinkProvider'
import { FirstRunForm } from './FirstRunForm'
import { RestorePage } from './RestorePage'
import { type SetupFields, setupProblems } from './setupProblems'

const STEPS = ['database', 'authority', 'listen'] as const

/** The first run: two names, and what comes of them. Once it is done the state of the site opens the console. */
export default function SetupPage() {
  const { t } = useTranslation('setup')
  const orpc = useOrpc()
  const setUp = useMutation(orpc.site.setUp.mutationOptions())
  const [fields, setFields] = useState<SetupFields>({ siteName: '', organisation: '' })
  const [checked, setChecked] = useState(false)
  const siteName = useRef<HTMLInputElement>(null)
  const organisation = useRef<HTMLInputElement>(null)
  const [isRestoring, setIsRestoring] = useState(false)
  const problems = setupProblems(fields)

  if (isRestoring) return <RestorePage onBack={() => setIsRestoring(false)} />

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (problems.siteName !== null) siteName.current?.focus()
    else if (problems.organisation !== null) organisation.current?.focus()
    else setUp.mutate(fields)
  }

  const field = (name: keyof SetupFields) => {
    const problem = checked ? problems[name] : null
    return {
      label: t(name),
      value: fields[name],
      onChange: (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value }),
      error: problem !== null,
      helperText:
        problem === null ? t(`${name}Hint`) : t(`errors.${problem.key}`, { max: problem.max, length: problem.length }),
      required: true,
      disabled: setUp.isPending,
    }
  }

  return (
    <FirstRunForm title={t('title')} intro={t('intro')} head={<Head />} onSubmit={submit}>
      <TextField {...field('siteName')} inputRef={siteName} autoFocus name="siteName" autoComplete="off" />
      <TextField {...field('organisation')} inputRef={organisation} name="organisation" autoComplete="organization" />
      <div>
        <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
          {t('whatHappens')}
        </Typography>
        <Box component="ol" sx={{ margin: 0, paddingLeft: 5, color: 'text.secondary', display: 'grid', gap: 1 }}>
          {STEPS.map((step) => (
            <li key={step}>{t(`steps.${step}`)}</li>
          ))}
        </Box>
      </div>
      {setUp.isError && (
        <Box sx={{ border: '1px solid', borderColor: 'status.danger', borderRadius: 1 }}>
          <ErrorState title={t('failed')} error={setUp.error} stillWorks={t('tryAgain')} />
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3 }}>
        <Button type="submit" variant="contained" loading={setUp.isPending}>
          {setUp.isPending ? t('working') : t('submit')}
        </Button>
        <Button disabled={setUp.isPending} onClick={() => setIsRestoring(true)}>
          {t('restore.open')}
        </Button>
      </Box>
    </FirstRunForm>
  )
}

/** What this is, and in which language it speaks. */
function Head() {
  const { t } = useTranslation('common')
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 4, color: 'primary.main' }}>
      <BoltIcon aria-hidden />
      <Typography sx={{ fontWeight: 600, flex: 1 }}>{t('product')}</Typography>
      <LanguageMenu />
    </Box>
  )
}
