import Button from '@mui/material/Button'
import { useCopy } from '@renderer/components/useCopy'
import { useTranslation } from 'react-i18next'
import { useSavePem } from './useSavePem'

/** What can be done with a certificate that is shown: it is saved as a file, or copied. */
export function PemActions({ pem, file }: { readonly pem: string; readonly file: string }) {
  const { t } = useTranslation('certificates')
  const copy = useCopy()
  const save = useSavePem()
  return (
    <>
      <Button variant="contained" onClick={() => save(pem, file)}>
        {t('facts.save')}
      </Button>
      <Button onClick={() => void copy(pem, t('facts.pem'))}>{t('facts.copyPem')}</Button>
    </>
  )
}
