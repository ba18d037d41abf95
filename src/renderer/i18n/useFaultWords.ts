import { useTranslation } from 'react-i18next'
import type { common } from './en/common'
import { useHasWords } from './useHasWords'

/**
 * What a faulted connector reports, in words: the error code of OCPP 1.6, with the vendor's own code after it where one
 * came along (“OtherError: E42”). A code that is not OCPP's is shown as it came.
 */
export function useFaultWords(): (errorCode: string) => string {
  const { t } = useTranslation('common')
  const has = useHasWords()
  const isKnown = (code: string): code is keyof typeof common.fault => has('common:fault', code)
  return (errorCode) => {
    const [code = '', ...vendor] = errorCode.split(': ')
    if (!isKnown(code)) return errorCode
    const fault = t(`fault.${code}`)
    return vendor.length === 0 ? fault : t('faultMore', { fault, code: vendor.join(': ') })
  }
}
