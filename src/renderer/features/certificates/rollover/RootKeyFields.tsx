import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import type { RootKey } from '@shared/contract/rollover'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FileChoice } from '../../files/FileChoice'

interface RootKeyFieldsProps {
  readonly disabled: boolean
  /** Null until a file is chosen and a passphrase typed. */
  readonly onChange: (rootKey: RootKey | null) => void
}

/** The file of the root's private key, and its passphrase. Neither is kept. */
export function RootKeyFields({ disabled, onChange }: RootKeyFieldsProps) {
  const { t } = useTranslation('rollOver')
  const [file, setFile] = useState<File | null>(null)
  const [text, setText] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const tell = (fileText: string, typed: string) =>
    onChange(fileText === '' || typed === '' ? null : { file: fileText, passphrase: typed })
  return (
    <Box sx={{ display: 'grid', gap: 3, maxWidth: 520 }}>
      <FileChoice
        file={file}
        problem={null}
        disabled={disabled}
        onChoose={(chosen) => {
          setFile(chosen)
          // One that is much too long is no key file; the server says so of its first part as well.
          void chosen
            .slice(0, 40_000)
            .text()
            .then((read) => {
              setText(read)
              tell(read, passphrase)
            })
        }}
      />
      <TextField
        type="password"
        autoComplete="off"
        label={t('key.passphrase')}
        value={passphrase}
        disabled={disabled}
        onChange={(event) => {
          setPassphrase(event.target.value)
          tell(text, event.target.value)
        }}
      />
    </Box>
  )
}
