import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import Typography from '@mui/material/Typography'
import { useFormat } from '@renderer/i18n/useFormat'
import { showUnprintable } from '@shared/printable'
import { type DragEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface FileChoiceProps {
  readonly file: File | null
  /** Said under it, such as that one is missing. */
  readonly problem: string | null
  readonly disabled: boolean
  readonly onChoose: (file: File) => void
}

/** One file of this computer: chosen with a dialog or dropped. */
export function FileChoice({ file, problem, disabled, onChoose }: FileChoiceProps) {
  const { t } = useTranslation('files')
  const format = useFormat()
  const helpId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const [first] = files ?? []
    if (first !== undefined && !disabled) onChoose(first)
  }
  const drag = (event: DragEvent, isOver: boolean) => {
    event.preventDefault()
    setOver(isOver && !disabled)
  }
  return (
    <Box>
      <Box
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false)
          take(event.dataTransfer.files)
        }}
        sx={{
          display: 'flex',
          alignItems: 'center',
          flexWrap: 'wrap',
          gap: 3,
          padding: 4,
          border: '1px dashed',
          borderColor: problem === null ? (over ? 'primary.main' : 'divider') : 'error.main',
          borderRadius: 1,
          backgroundColor: over ? 'action.hover' : undefined,
        }}
      >
        <input
          ref={input}
          type="file"
          hidden
          onChange={(event) => {
            take(event.target.files)
            // So that the same file can be chosen again after it was changed on disk.
            event.target.value = ''
          }}
        />
        <Button variant="outlined" disabled={disabled} aria-describedby={helpId} onClick={() => input.current?.click()}>
          {t(file === null ? 'form.choose' : 'form.other')}
        </Button>
        <Typography
          component="span"
          color={file === null ? 'textSecondary' : undefined}
          sx={{ flex: '1 1 160px', minWidth: 0, overflowWrap: 'anywhere' }}
        >
          {file === null
            ? t('form.drop')
            : t('form.chosen', { name: showUnprintable(file.name), size: format.size(file.size) })}
        </Typography>
      </Box>
      <FormHelperText id={helpId} error={problem !== null}>
        {problem}
      </FormHelperText>
    </Box>
  )
}
