import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { DetailDrawer } from '@renderer/components'
import { PermittedButton } from '@renderer/components/PermittedButton'
import { useExplain } from '@renderer/i18n/useExplain'
import { useFormat } from '@renderer/i18n/useFormat'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ImportColumns } from './ImportColumns'
import { type ImportState, useCardImport } from './useCardImport'

/** Cards from a file: choose it, say which column is what, look at what is wrong, and import all of it or nothing. */
export function ImportDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('cards')
  const explain = useExplain()
  const format = useFormat()
  const { state, error, file, choose, readAgain, run, cancel } = useCardImport()
  return (
    <DetailDrawer title={t('import.title')} subtitle={file?.name} onClose={onClose}>
      <Box sx={{ display: 'grid', gap: 4 }}>
        {error !== null && (
          <Alert severity="error" variant="outlined">
            {explain(error).sentence}
          </Alert>
        )}
        {file?.encoding === 'windows-1252' && state.step !== 'done' && (
          <Alert severity="info" variant="outlined">
            {t('import.oldLetters')}
          </Alert>
        )}
        {state.step === 'unreadable' && (
          <Alert severity="error" variant="outlined">
            {t(`import.unreadable.${state.why.kind === 'not-a-table' ? state.why.reason : state.why.kind}`, {
              line: 'line' in state.why ? state.why.line : 0,
              most: 'most' in state.why ? format.number(state.why.most) : '',
            })}
          </Alert>
        )}
        {(state.step === 'file' || state.step === 'unreadable') && <ChooseFile onChoose={choose} />}
        {(state.step === 'reading' || state.step === 'running') && <Progress state={state} onCancel={cancel} />}
        {(state.step === 'columns' || state.step === 'running') && (
          <ImportColumns
            key={state.table.delimiter}
            table={state.table}
            last={state.step === 'columns' ? state.last : null}
            busy={state.step === 'running'}
            onDelimiter={readAgain}
            onRun={(choice) => run(state.table, choice)}
          />
        )}
        {state.step === 'done' && (
          <>
            <Alert severity="success" variant="outlined">
              {t('import.done', { count: state.cards, cards: format.number(state.cards) })}{' '}
              {state.skipped > 0 && t('import.skipped', { count: state.skipped, cards: format.number(state.skipped) })}
            </Alert>
            <Button variant="contained" onClick={onClose} sx={{ justifySelf: 'start' }}>
              {t('import.toCards')}
            </Button>
          </>
        )}
      </Box>
    </DetailDrawer>
  )
}

function ChooseFile({ onChoose }: { readonly onChoose: (file: File) => void }) {
  const { t } = useTranslation('cards')
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Typography color="textSecondary">{t('import.about')}</Typography>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,text/csv"
        aria-label={t('import.choose')}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          // The same file may be chosen again once it was mended.
          event.target.value = ''
          if (file) onChoose(file)
        }}
      />
      <PermittedButton
        call="cardImport.run"
        variant="contained"
        onClick={() => input.current?.click()}
        sx={{ justifySelf: 'start' }}
      >
        {t('import.choose')}
      </PermittedButton>
    </>
  )
}

type Under = Extract<ImportState, { step: 'reading' | 'running' }>

function Progress({ state, onCancel }: { readonly state: Under; readonly onCancel: () => void }) {
  const { t } = useTranslation('cards')
  const format = useFormat()
  const { done, of } = state.step === 'reading' ? state : (state.progress ?? { done: 0, of: 0 })
  const step = state.step === 'reading' ? 'reading' : (state.progress?.step ?? 'checking')
  const words = t(`import.step.${step}`, { done: format.number(done), of: format.number(of) })
  return (
    <Box role="status" sx={{ display: 'grid', gap: 2 }}>
      <Typography>{words}</Typography>
      <LinearProgress
        aria-label={words}
        variant={step === 'writing' || of === 0 ? 'indeterminate' : 'determinate'}
        value={of === 0 ? 0 : (done / of) * 100}
      />
      <Button onClick={onCancel} disabled={step === 'writing'} sx={{ justifySelf: 'start' }}>
        {t('import.cancel')}
      </Button>
    </Box>
  )
}
