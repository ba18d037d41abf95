import { useNotice } from '@renderer/components'
import { PEM_TYPE, safeFileName, saveText } from '@renderer/components/saveText'
import { useTranslation } from 'react-i18next'

/** Saves certificates as a file, and says under which name; `file` may hold what no file name has. */
export function useSavePem(): (pem: string, file: string) => void {
  const { t } = useTranslation('certificates')
  const notice = useNotice()
  return (pem, file) => {
    const name = safeFileName(file)
    saveText(pem, name, PEM_TYPE)
    notice({ text: t('authority.saved', { file: name }) })
  }
}
